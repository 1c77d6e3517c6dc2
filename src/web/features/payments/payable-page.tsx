import { useState } from 'react';
import { useParams } from 'react-router';
import {
  PAID_SCHEME_LABELS,
  PAYABLE_STATUS_LABELS,
  type Payable,
  PayeeAccount,
  readPayable,
  savePayeeAccount,
} from '#contracts/payments/payables.ts';
import type { Role } from '#contracts/roles.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { Recovering } from './recovering.tsx';
import { sourcePath } from './source-path.ts';
import './payments.css';

const KEEPERS: readonly Role[] = ['street', 'community', 'district'];
const CYCLE_READERS: readonly Role[] = ['city', 'district', 'finance', 'regulator', 'auditor'];

/** One decision and its money: for what, to whom, what it waits for. */
export default function PayablePage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readPayable, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {payable => <Body payable={payable} />}
    </Loaded>
  );
}

function Body({ payable }: { payable: Payable }) {
  const today = useBusinessDate();
  const { role } = useSession().currentPost;
  const [open, setOpen] = useState(false);
  const write = useWrite(savePayeeAccount);
  const { account, hasOwnAccount } = payable;
  const mayKeep = KEEPERS.includes(role) && payable.status === 'waiting' && hasOwnAccount;
  const from = sourcePath(payable.source);
  return (
    <>
      <PageHeader
        record
        title={payable.sentence}
        trail={[{ title: '一次发放的钱', to: '/desk/payments/payables' }]}
        facts={[PAYABLE_STATUS_LABELS[payable.status], `${fenToYuanText(payable.amountFen)}元`, payable.areaName]}
      >
        {from && <TextLink to={from}>看是怎么批的</TextLink>}
      </PageHeader>
      <div className="stack">
        {payable.status === 'waiting' ? (
          <NextStep
            title={payable.says}
            note={`由${payable.payerName}发放，与每月的补贴津贴同一个批次、同一个银行文件。`}
          >
            {mayKeep && (
              <Button look={account && !account.fault ? undefined : 'go'} onClick={() => setOpen(true)}>
                {account ? '更正收款账户' : '登记收款账户'}
              </Button>
            )}
            {!hasOwnAccount && payable.elderId && (
              <TextLink to={fill('/desk/payments/elders/:id', { id: payable.elderId })}>看老人的收款账户</TextLink>
            )}
          </NextStep>
        ) : (
          <Note tone={payable.status === 'paid' ? 'ok' : undefined} title={PAYABLE_STATUS_LABELS[payable.status]}>
            {payable.says}
          </Note>
        )}
        <Recovering payable={payable} />
        <FactList
          items={[
            ['待遇', PAID_SCHEME_LABELS[payable.scheme]],
            ['领款的', payable.payeeName],
            ['收款账户', account ? `尾号${account.lastFour}` : '没有登记'],
            ['哪个月的', monthWords(payable.month)],
            ['送发放', `${payable.submittedBy}，${instantWords(payable.submittedAt, today)}`],
            ['发到', payable.paidOn && dateWords(payable.paidOn, today)],
          ]}
        />
        {payable.cycleId && CYCLE_READERS.includes(role) && (
          <p>
            <TextLink to={fill('/desk/payments/cycles/:id', { id: payable.cycleId })}>看所在的发放批次</TextLink>
          </p>
        )}
      </div>
      <Dialog title={account ? '更正收款账户' : '登记收款账户'} open={open} close={() => setOpen(false)}>
        <Form
          initial={{ holder: payable.payeeName }}
          checks={PayeeAccount}
          label="保存"
          look="ok"
          done={() => setOpen(false)}
          submit={(body: PayeeAccount) => write.mutateAsync({ params: { id: payable.id }, body })}
        >
          <TextInput name="holder" label="户名" />
          <TextInput name="number" label="卡号或账号" inputMode="numeric" hint="加密保存，以后只显示尾号" />
          <TextInput name="bank" label="开户银行" />
          <TextInput name="source" label="依据" hint="如：开户许可证、家属持卡到窗口核对" />
        </Form>
      </Dialog>
    </>
  );
}
