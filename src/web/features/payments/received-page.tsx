import { useState } from 'react';
import { useParams } from 'react-router';
import { AccountForm, type Received } from '#contracts/payments/cycle-nouns.ts';
import { readReceived, saveAccount } from '#contracts/payments/cycles.ts';
import { ACCOUNT_KIND_LABELS, ACCOUNT_KINDS } from '#contracts/payments/lifecycle.ts';
import type { Role } from '#contracts/roles.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { Select, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, Loaded, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { accountWords, ReceivedMonths } from './received-months.tsx';
import './payments.css';

const KEEPERS: readonly Role[] = ['street', 'community'];

/** One person's money at the desk: account, months, what is owed back. */
export default function ReceivedPage() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const answer = useQueryOf(readReceived, { params: { elderId: id } });
  return (
    <Loaded whole of={answer}>
      {received => (
        <>
          <PageHeader
            record
            title={received.elderName}
            trail={[{ title: '发放明细', to: '/desk/payments/lines' }]}
            facts={['领到的补贴津贴', received.account ? accountWords(received.account) : '没有登记收款账户']}
          >
            <TextLink small to={fill('/desk/benefits/elders/:id', { id })}>
              看核定的理由
            </TextLink>
          </PageHeader>
          <div className="pay-cols">
            <div className="stack">
              {received.months.length === 0 ? (
                <EmptyState icon="money" title="还没有发过">
                  户籍所在的区发放后，每个月到账的情况列在这里。
                </EmptyState>
              ) : (
                <div>
                  <ReceivedMonths received={received} today={today} />
                </div>
              )}
            </div>
            <aside className="stack" aria-label="账户和欠缴">
              <AccountPart received={received} today={today} />
              <Owes received={received} />
            </aside>
          </div>
        </>
      )}
    </Loaded>
  );
}

function AccountPart({ received, today }: { received: Received; today: string }) {
  const { role } = useSession().currentPost;
  const [open, setOpen] = useState(false);
  const write = useWrite(saveAccount);
  const { account, elderId } = received;
  return (
    <section>
      <SectionHead title="收款账户" />
      {account?.fault && (
        <Note tone="err" title={`银行退回：${account.fault}`}>
          更正以前不再发到这个账户；更正后下个批次补发。
        </Note>
      )}
      <p className="sm">
        {account
          ? `${accountWords(account)}；${account.updatedBy}于${dateWords(account.updatedAt, today)}登记，依据：${account.source}`
          : '没有登记收款账户，钱发不出去。'}
      </p>
      {KEEPERS.includes(role) && (
        <Button look={account && !account.fault ? undefined : 'go'} onClick={() => setOpen(true)}>
          {account ? '更正收款账户' : '登记收款账户'}
        </Button>
      )}
      <Dialog title={account ? '更正收款账户' : '登记收款账户'} open={open} close={() => setOpen(false)}>
        <Form
          initial={{ holder: received.elderName }}
          checks={AccountForm}
          label="保存"
          look="ok"
          done={() => setOpen(false)}
          submit={(body: AccountForm) => write.mutateAsync({ params: { elderId }, body })}
        >
          <Select
            name="kind"
            label="账户种类"
            options={ACCOUNT_KINDS.map(value => ({ value, label: ACCOUNT_KIND_LABELS[value] }))}
          />
          <TextInput name="number" label="卡号或账号" inputMode="numeric" hint="加密保存，以后只显示尾号" />
          <TextInput name="holder" label="户名" />
          <TextInput name="bank" label="开户银行" />
          <TextInput name="source" label="依据" hint="如：本人持卡到窗口核对" />
        </Form>
      </Dialog>
    </section>
  );
}

const Owes = ({ received }: { received: Received }) =>
  received.owes.length === 0 ? null : (
    <section>
      <SectionHead title="要交回的" />
      <ul className="sm">
        {received.owes.map(each => (
          <li key={each.id}>
            <TextLink small to={fill('/desk/payments/recoveries/:id', { id: each.id })}>
              还欠{fenToYuanText(each.balanceFen)}元
            </TextLink>
            ：{each.reason}
          </li>
        ))}
      </ul>
    </section>
  );
