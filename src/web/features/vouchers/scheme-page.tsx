import { useState } from 'react';
import { useParams } from 'react-router';
import { VOUCHER_ISSUE_STATUS_LABELS, VOUCHER_SCHEME_STATUS_LABELS } from '#contracts/voucher-lifecycle.ts';
import {
  makeVoucherIssue,
  readVoucherScheme,
  stepVoucherIssue,
  stepVoucherScheme,
  type VoucherIssue,
  type VoucherScheme,
} from '#contracts/vouchers.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Steps, Table } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { countWords, instantWords } from '../../ui/words.ts';
import { HoldersList } from './holders-list.tsx';
import { itemsWords, periodWords, ruleWords, sourceWords, spanWords, valueWords } from './voucher-words.ts';

const COLUMNS = [
  { key: 'period', title: '哪一期' },
  { key: 'people', title: '人数', number: true },
  { key: 'fen', title: '金额（元）', number: true },
  { key: 'who', title: '谁列的、谁复核' },
  { key: 'status', title: '到哪一步' },
];

/** One scheme: for whom, what it gives, each issue, and who holds what of it. */
export default function SchemePage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readVoucherScheme, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {scheme => <Body scheme={scheme} />}
    </Loaded>
  );
}

function Body({ scheme }: { scheme: VoucherScheme }) {
  const today = useBusinessDate();
  const { sums } = scheme;
  return (
    <>
      <PageHeader
        record
        title={scheme.name}
        trail={[{ title: '服务券', to: '/desk/vouchers' }]}
        facts={[VOUCHER_SCHEME_STATUS_LABELS[scheme.status], scheme.areaName, spanWords(scheme, today)]}
      />
      <div className="stack">
        <Next scheme={scheme} />
        <FactList
          items={[
            [
              '发给谁',
              <span key="rule" data-rule>
                {ruleWords(scheme.rule)}
              </span>,
            ],
            ['面值', <span key="value" data-rule>{`${valueWords(scheme)}（${sourceWords(scheme)}）`}</span>],
            ['能买什么', `${itemsWords(scheme.items)}，在任何一家提供的服务商`],
            ['依据', scheme.basis],
            ['发了', `${countWords(sums.people)}张，${fenToYuanText(sums.issuedFen)}元`],
            ['用了', `${fenToYuanText(sums.redeemedFen)}元，${sums.redeemers}人在${sums.providers}家服务商`],
            ['谁定的', `${scheme.madeBy}，${instantWords(scheme.madeAt, today)}`],
            ['谁复核的', scheme.checkedBy],
            ['说明', scheme.note],
          ]}
        />
        <section>
          <SectionHead title="各次发券" note="列名单的人不能自己复核；同一期一人只有一张" />
          {scheme.issues.length === 0 ? (
            <p className="sm soft">还没有发过。</p>
          ) : (
            <Table folds caption="各次发券" columns={COLUMNS}>
              {scheme.issues.map(issue => (
                <tr key={issue.id}>
                  <td>{periodWords(issue.periodKey)}</td>
                  <td className="num" data-title="人数">
                    {countWords(issue.people)}
                  </td>
                  <td className="num" data-title="金额（元）">
                    {fenToYuanText(issue.totalFen)}
                  </td>
                  <td>
                    {[`${issue.madeBy}列`, issue.checkedBy && `${issue.checkedBy}复核`].filter(Boolean).join('，')}
                  </td>
                  <td>
                    <Chip tone={issue.status === 'issued' ? 'pine' : issue.status === 'draft' ? 'today' : 'plain'}>
                      {VOUCHER_ISSUE_STATUS_LABELS[issue.status]}
                    </Chip>
                    {issue.removed > 0 && issue.status !== 'cancelled' && ` 划去${issue.removed}人`}
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </section>
        <section>
          <SectionHead title="发给了谁" note="每人为什么发、还剩多少" />
          <HoldersList schemeId={scheme.id} />
        </section>
        <section>
          <SectionHead title="经过" />
          <Steps of={scheme.steps} today={today} />
        </section>
      </div>
    </>
  );
}

/** What waits: the scheme's check, a list's check, or the next list. */
function Next({ scheme }: { scheme: VoucherScheme }) {
  const draft = scheme.issues.find(issue => issue.status === 'draft');
  if (scheme.status === 'draft') return <CheckScheme scheme={scheme} />;
  if (draft) return <CheckIssue issue={draft} />;
  if (scheme.status === 'active' && scheme.periods.length > 0) return <ListPeople scheme={scheme} />;
  return <Note title={VOUCHER_SCHEME_STATUS_LABELS[scheme.status]}>{scheme.note ?? '发出的券到期以前照用。'}</Note>;
}

function CheckScheme({ scheme }: { scheme: VoucherScheme }) {
  const write = useWrite(stepVoucherScheme);
  const params = { id: scheme.id };
  const check = scheme.nextActions.find(each => each.action === 'check');
  return (
    <NextStep title="复核方案" note="看发给谁、面值和依据；复核后才能发券。">
      <Button
        look="go"
        because={check?.disabledBecause}
        busy={write.isPending}
        onClick={() => write.mutate({ params, body: { action: 'check' } })}
      >
        复核通过，开始用
      </Button>
      <WithReason
        label="作废"
        shown={may(scheme, 'discard')}
        act={note => write.mutateAsync({ params, body: { action: 'discard', note } })}
      />
      {write.error && <ErrorState error={write.error} kept="方案还停在原来的一步" />}
    </NextStep>
  );
}

const may = (of: Pick<VoucherScheme | VoucherIssue, 'nextActions'>, action: string): boolean =>
  of.nextActions.some(each => each.action === action && each.allowed);

function CheckIssue({ issue }: { issue: VoucherIssue }) {
  const write = useWrite(stepVoucherIssue);
  const params = { id: issue.id };
  const check = issue.nextActions.find(each => each.action === 'check');
  const title = `复核${periodWords(issue.periodKey)}的名单：${issue.people}人，${fenToYuanText(issue.totalFen)}元`;
  return (
    <NextStep title={title} note="下面逐位写着为什么发；不该发的先划去。复核后券就是老人的。">
      <Button
        look="go"
        because={check?.disabledBecause}
        busy={write.isPending}
        onClick={() => write.mutate({ params, body: { action: 'check' } })}
      >
        复核通过，发券
      </Button>
      <WithReason
        label="作废名单"
        shown={may(issue, 'cancel')}
        act={note => write.mutateAsync({ params, body: { action: 'cancel', note } })}
      />
      {write.error && <ErrorState error={write.error} kept="名单还停在原来的一步" />}
    </NextStep>
  );
}

function ListPeople({ scheme }: { scheme: VoucherScheme }) {
  const { role } = useSession().currentPost;
  const write = useWrite(makeVoucherIssue);
  const stop = useWrite(stepVoucherScheme);
  const params = { id: scheme.id };
  const because = role === 'district' ? null : '列名单由区里办';
  const given = new Set(scheme.issues.filter(each => each.status === 'issued').map(each => each.periodKey));
  const next = scheme.periods.find(period => !given.has(period)) ?? scheme.periods[0];
  return (
    <NextStep title="按规则列名单" note="已经有这一期的券的不再列；再列一次只补新符合的人。">
      {scheme.periods.map(period => (
        <Button
          key={period}
          look={period === next ? 'go' : 'plain'}
          because={because}
          busy={write.isPending}
          onClick={() => write.mutate({ params, body: period === 'once' ? {} : { month: period } })}
        >
          {given.has(period) ? '补列' : '列'}
          {periodWords(period)}的名单
        </Button>
      ))}
      <WithReason
        label="停用方案"
        shown={may(scheme, 'stop')}
        act={note => stop.mutateAsync({ params, body: { action: 'stop', note } })}
      />
      {write.error && <ErrorState error={write.error} kept="没有列出名单" />}
    </NextStep>
  );
}

type Reason = { label: string; shown: boolean; act: (note: string) => Promise<unknown> };

/** A side step that must say why. */
function WithReason({ label, shown, act }: Reason) {
  const [asked, ask] = useState(false);
  if (!shown) return null;
  return (
    <>
      <Button onClick={() => ask(true)}>{label}</Button>
      <Dialog title={label} open={asked} close={() => ask(false)}>
        <Form
          initial={{ note: '' }}
          label={label}
          look="ok"
          done={() => ask(false)}
          submit={({ note }: { note: string }) => act(note)}
        >
          <TextArea name="note" label="原因" rows={2} />
        </Form>
      </Dialog>
    </>
  );
}
