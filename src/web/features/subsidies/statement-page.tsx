import { useState } from 'react';
import { useParams } from 'react-router';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { readStatement, type SubsidyStatement, setStationFacts, stepStatement } from '#contracts/subsidies.ts';
import { STATEMENT_STATUS_LABELS, SUBSIDY_SCHEME_LABELS } from '#contracts/subsidy-lifecycle.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { PayableNote } from '../../payable-note.tsx';
import { useBusinessDate } from '../../session.ts';
import { Button, LinkButton, TextLink } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Steps } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { countWords, dateWords, instantWords } from '../../ui/words.ts';
import { StatementPeople } from './statement-people.tsx';

/** One place and month: how much, line by line with its document, for whom, and what stands against paying it. */
export default function StatementPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readStatement, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {statement => <Body statement={statement} />}
    </Loaded>
  );
}

function Body({ statement }: { statement: SubsidyStatement }) {
  const today = useBusinessDate();
  return (
    <>
      <PageHeader
        record
        title={`${statement.facilityName}${monthWords(statement.month)}`}
        trail={[{ title: '机构补贴', to: '/desk/subsidies/statements' }]}
        facts={[
          SUBSIDY_SCHEME_LABELS[statement.scheme],
          STATEMENT_STATUS_LABELS[statement.status],
          differenceWords(statement),
        ]}
      >
        <LinkButton to={`/desk/subsidies/uses?facilityId=${statement.facilityId}&month=${statement.month}`}>
          看当月记录
        </LinkButton>
      </PageHeader>
      <div className="stack">
        <Next statement={statement} />
        <section>
          <SectionHead title="怎么算的" note={statement.version} />
          <ul data-rule>
            {statement.lines.map(line => (
              <li key={line.code}>
                {line.sentence}：{line.amountFen === null ? '金额没有定' : `${fenToYuanText(line.amountFen)}元`}，依据
                {line.documentNumber}
                {!isSure(line.confidence) && !line.setBy && `，${CONFIDENCE_LABELS[line.confidence]}`}
              </li>
            ))}
          </ul>
        </section>
        <FactList items={factsOf(statement, today)} />
        <Station statement={statement} />
        {statement.scheme !== 'institutionBeds' && <StatementPeople statement={statement} />}
        <PayableNote kind="subsidy-statement" id={statement.id} />
        <section>
          <SectionHead title="经过" />
          <Steps of={statement.steps} today={today} />
        </section>
      </div>
    </>
  );
}

const factsOf = (statement: SubsidyStatement, today: string): [string, string | null][] => [
  ['计入', statement.scheme === 'institutionBeds' ? '按登记的床位，不看住没住人' : `${countWords(statement.people)}人`],
  [
    '全月应发',
    statement.round > 1
      ? `${fenToYuanText(statement.amountFen)}元，这次重算以前已发、没有追回的${fenToYuanText(statement.amountFen - statement.differenceFen)}元`
      : null,
  ],
  ['领款的', statement.payeeName],
  ['谁算的', `${statement.computedBy}，${instantWords(statement.computedAt, today)}`],
  ['谁核对的', statement.approvedBy],
  ['发到', statement.paidOn && dateWords(statement.paidOn, today)],
  [
    '不记名的人次',
    statement.reportedTimes === null
      ? null
      : `助餐点按天报了${countWords(statement.reportedTimes)}人次，补贴只按记名的就餐算`,
  ],
];

const differenceWords = ({ round, differenceFen: fen }: SubsidyStatement): string =>
  round === 1 ? `${fenToYuanText(fen)}元` : `${fen < 0 ? '多发' : '补差额'}${fenToYuanText(Math.abs(fen))}元`;

function nextNote({ round, differenceFen }: SubsidyStatement): string {
  if (round === 1) return '对着下面的算法和名单核对；送发放前系统会按记录再算一遍。';
  const changed = '这个月发过以后记录有增减，按当时的情况重算；对着下面有变化的人核对。';
  return differenceFen < 0 ? `${changed}多发的向领款机构追，从下一批起抵扣。` : changed;
}

function Next({ statement }: { statement: SubsidyStatement }) {
  const [asked, ask] = useState(false);
  const write = useWrite(stepStatement);
  const params = { id: statement.id };
  const find = (action: string) => statement.nextActions.find(each => each.action === action);
  const approve = find('approve');
  if (statement.status !== 'computed')
    return (
      <Note
        tone={statement.status === 'paid' || statement.status === 'settled' ? 'ok' : undefined}
        title={STATEMENT_STATUS_LABELS[statement.status]}
      >
        {statement.note}
        {statement.recoveryId && (
          <TextLink to={fill('/desk/payments/recoveries/:id', { id: statement.recoveryId })}>
            多发的已立追缴，从下一批起抵扣
          </TextLink>
        )}
      </Note>
    );
  const [obstacle] = statement.obstacles;
  return (
    <NextStep
      {...(statement.due && { due: statement.due })}
      title={statement.round > 1 ? '核对差额' : '核对'}
      note={nextNote(statement)}
    >
      {approve && (
        <Button
          look="go"
          because={approve.disabledBecause ?? (obstacle && '有金额没有定，看下面的说明')}
          busy={write.isPending}
          onClick={() => write.mutate({ params, body: { action: 'approve' } })}
        >
          {statement.differenceFen > 0
            ? '核对无误，送发放'
            : statement.differenceFen < 0
              ? '核对无误，多发的立追缴'
              : '核对无误，办结'}
        </Button>
      )}
      {find('cancel')?.allowed && <Button onClick={() => ask(true)}>作废重算</Button>}
      {statement.obstacles.map(each => (
        <p key={each} className="sm">
          {each}
        </p>
      ))}
      {obstacle && <TextLink to="/desk/benefits/schemes">去设置本区的金额</TextLink>}
      {write.error && <ErrorState error={write.error} kept="核算单还停在原来的一步" />}
      <Dialog title="作废重算" open={asked} close={() => ask(false)}>
        <Form
          initial={{ note: '' }}
          label="作废"
          look="ok"
          done={() => ask(false)}
          submit={({ note }: { note?: string }) =>
            write.mutateAsync({ params, body: { action: 'cancel', ...(note && { note }) } })
          }
        >
          <TextArea name="note" label="原因" rows={2} />
        </Form>
      </Dialog>
    </NextStep>
  );
}

/** No register says which stations are rural: an official does, with the reason. */
function Station({ statement }: { statement: SubsidyStatement }) {
  const [open, setOpen] = useState(false);
  const write = useWrite(setStationFacts);
  const { station } = statement;
  if (!station) return null;
  return (
    <section>
      <SectionHead title={station.rural ? '农村驿站' : '城市驿站'} note={station.basis}>
        {statement.status === 'computed' && (
          <Button size="sm" onClick={() => setOpen(true)}>
            改
          </Button>
        )}
      </SectionHead>
      <Dialog title="是不是农村驿站" open={open} close={() => setOpen(false)}>
        <Form
          initial={{ rural: station.rural ? 'yes' : 'no', basis: '' }}
          label="保存"
          look="ok"
          done={() => setOpen(false)}
          submit={({ rural, basis }: { rural: string; basis: string }) =>
            write.mutateAsync({ params: { id: statement.facilityId }, body: { rural: rural === 'yes', basis } })
          }
        >
          <RadioGroup
            name="rural"
            label="农村驿站"
            options={[
              { value: 'yes', label: '是' },
              { value: 'no', label: '不是' },
            ]}
          />
          <TextInput name="basis" label="依据" hint="改了以后请作废重算" />
        </Form>
      </Dialog>
    </section>
  );
}
