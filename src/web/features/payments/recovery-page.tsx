import { useParams } from 'react-router';
import { PAID_SCHEME_LABELS } from '#contracts/payments/payables.ts';
import { RECOVERY_ENTRY_LABELS, type Recovery, readRecovery } from '#contracts/payments/recoveries.ts';
import { FINDING_RULE_LABELS, RECOVERY_STATUS_LABELS } from '#contracts/payments/recovery-lifecycle.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Steps, Table } from '../../ui/record-parts.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { RecoveryActs } from './recovery-acts.tsx';
import './payments.css';

/** One recovery: why, how much is left, the instalments, what came in, and how it ends. */
export default function RecoveryPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readRecovery, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {recovery => <Body recovery={recovery} />}
    </Loaded>
  );
}

function Body({ recovery }: { recovery: Recovery }) {
  const today = useBusinessDate();
  return (
    <>
      <PageHeader
        record
        title={recovery.payeeName}
        trail={[{ title: '发放疑点和追缴', to: '/desk/payments/recoveries' }]}
        facts={[
          RECOVERY_STATUS_LABELS[recovery.status],
          PAID_SCHEME_LABELS[recovery.scheme],
          `共${fenToYuanText(recovery.totalFen)}元，还欠${fenToYuanText(recovery.balanceFen)}元`,
          recovery.areaName,
        ]}
      >
        {recovery.elderId && (
          <TextLink small to={fill('/desk/payments/elders/:id', { id: recovery.elderId })}>
            看领到的钱
          </TextLink>
        )}
      </PageHeader>
      <div className="pay-cols">
        <div className="stack">
          <RecoveryActs recovery={recovery} />
          <section>
            <SectionHead title="为什么追" note={FINDING_RULE_LABELS[recovery.rule]} />
            <p>{recovery.reason}。</p>
            {recovery.payeeName !== recovery.elderName && (
              <p className="sm soft">
                {recovery.elderName}的钱，由{recovery.payeeName}领的，向领款的追。
              </p>
            )}
            <Asked recovery={recovery} />
          </section>
          {recovery.writeOff && (
            <Note title={`${recovery.writeOff.askedBy}申请核销`}>
              {recovery.writeOff.reason}。{recovery.writeOff.approvedBy && `${recovery.writeOff.approvedBy}批准。`}
            </Note>
          )}
          <Instalments recovery={recovery} today={today} />
          <Entries recovery={recovery} today={today} />
        </div>
        <aside className="stack" aria-label="经过">
          <section>
            <SectionHead title="经过" />
            <Steps of={recovery.steps} today={today} />
          </section>
        </aside>
      </div>
    </>
  );
}

type PartProps = { recovery: Recovery; today: string };

/** Which payments, each with the way to it; a monthly allowance is seen on the elder's page. */
const Asked = ({ recovery }: { recovery: Recovery }) => (
  <ul className="sm">
    {recovery.payments.map(each => (
      <li key={each.lineId}>
        {each.payableId ? (
          <TextLink small to={fill('/desk/payments/payables/:id', { id: each.payableId })}>
            {monthWords(each.month)}的
          </TextLink>
        ) : (
          `${monthWords(each.month)}的`
        )}
        ，追{fenToYuanText(each.fen)}元
      </li>
    ))}
  </ul>
);

function Instalments({ recovery, today }: PartProps) {
  if (recovery.instalments.length === 0) return null;
  const offset = recovery.offsetFen > 0 ? `每次发放最多抵扣${fenToYuanText(recovery.offsetFen)}元` : '由领款的交回';
  return (
    <section>
      <SectionHead title="分期" note={offset} />
      <Table
        caption="分期"
        columns={[
          { key: 'n', title: '期', number: true },
          { key: 'due', title: '应交' },
          { key: 'fen', title: '金额（元）', number: true },
          { key: 'state', title: '交了吗' },
        ]}
      >
        {recovery.instalments.map(part => (
          <tr key={part.number}>
            <td className="num">{part.number}</td>
            <td>{dateWords(part.dueOn, today)}</td>
            <td className="num">{fenToYuanText(part.amountFen)}</td>
            <td>
              {part.coveredFen >= part.amountFen ? (
                <Chip>交清</Chip>
              ) : part.dueOn >= today && part.coveredFen > 0 ? (
                <Chip tone="plain">已交{fenToYuanText(part.coveredFen)}元</Chip>
              ) : part.dueOn < today ? (
                <Chip tone="over">逾期，差{fenToYuanText(part.amountFen - part.coveredFen)}元</Chip>
              ) : (
                <Chip tone="plain">还没到</Chip>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Entries({ recovery, today }: PartProps) {
  return (
    <section>
      <SectionHead title="来的钱" />
      {recovery.entries.length === 0 ? (
        <p className="sm soft">还没有交回，也没有抵扣。</p>
      ) : (
        <Table
          caption="来的钱"
          columns={[
            { key: 'at', title: '时间' },
            { key: 'kind', title: '怎么来的' },
            { key: 'fen', title: '金额（元）', number: true },
          ]}
        >
          {recovery.entries.map(entry => (
            <tr key={`${entry.at} ${entry.kind} ${entry.amountFen}`}>
              <td>{instantWords(entry.at, today)}</td>
              <td>
                {RECOVERY_ENTRY_LABELS[entry.kind]}
                <span className="row-note">
                  {entry.note}，{entry.by}
                </span>
              </td>
              <td className="num">{fenToYuanText(entry.amountFen)}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
