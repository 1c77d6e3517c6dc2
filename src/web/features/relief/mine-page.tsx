import { listMyRelief, type MyApplication, type MyVisit } from '#contracts/my-relief.ts';
import { RELIEF_KIND_LABELS } from '#contracts/relief-lifecycle.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import './relief.css';

/** Where my applications for 低保, 特困, 临时救助 stand, in large type: what comes next, by when, what was decided. */
export default function MinePage() {
  const answer = useQueryOf(listMyRelief, {});
  return (
    <>
      <h1>我的救助申请</h1>
      <Loaded of={answer}>
        {({ rows, visits }) => (
          <>
            {visits.map(visit => (
              <Visit key={visit.id} visit={visit} />
            ))}
            {rows.length === 0 && <p>还没有申请。生活有困难，可以向户籍所在的街道（乡镇）申请低保、特困、临时救助。</p>}
            {rows.map(row => (
              <Application key={row.id} row={row} />
            ))}
            <p className="elder-note">有问题可以打12345，或到街道（乡镇）便民服务窗口问。</p>
          </>
        )}
      </Loaded>
    </>
  );
}

/** Why somebody of the street comes, in plain words. */
function Visit({ visit }: { visit: MyVisit }) {
  const today = useBusinessDate();
  return (
    <section className="relief-mine">
      <h2>为什么有人来看您</h2>
      <p>{visit.why.join('；')}。</p>
      <p>
        {visit.untilOn
          ? `街道、社区的工作人员会在${dateWords(visit.untilOn, today)}前上门看看有没有难处，不用准备什么，也不收钱。`
          : `${visit.visitedAt ? `${instantWords(visit.visitedAt, today)}来过。` : ''}${AFTER[visit.status]}`}
      </p>
      <p className="elder-note">
        {visit.officeName}办，编号{visit.number}。数据不对，上门时告诉工作人员就行。
      </p>
    </section>
  );
}
const AFTER: Record<MyVisit['status'], string> = {
  warned: '',
  verified: '正在给您办救助或帮扶。',
  aided: '帮扶已经给了，社区还会再看一次。',
  excluded: '看过了，现在不用救助；以后有难处随时说。',
  closed: '这件事办完了；以后有难处随时说。',
};

function Application({ row }: { row: MyApplication }) {
  const today = useBusinessDate();
  const [now] = row.money;
  return (
    <section className="relief-mine">
      <h2>{RELIEF_KIND_LABELS[row.kind]}</h2>
      <p>
        {row.result ??
          (row.next
            ? `下一步：${row.next.says}${row.next.dueOn ? `，${dateWords(row.next.dueOn, today)}前` : ''}。`
            : '正在办理。')}
      </p>
      <ol aria-label="办到哪一步">
        {row.steps.map(({ label, on, state }) => (
          <li
            key={label}
            aria-current={state === 'now' ? 'step' : undefined}
            className={state === 'later' ? 'soft' : ''}
          >
            {state === 'now' ? <b>{label}</b> : label}
            {on ? `，${dateWords(on, today)}` : state === 'now' ? '，正在办' : ''}
          </li>
        ))}
      </ol>
      {now && now.toMonth === null && (
        <p>
          从{monthWords(now.fromMonth)}起每月发{fenToYuanText(now.amountFen)}元，
          <TextLink to="/elder/money">看领到的钱</TextLink>
        </p>
      )}
      {now?.toMonth && now.toMonth >= now.fromMonth && <p>发到{monthWords(now.toMonth)}为止。</p>}
      {row.reviewOn && <p className="elder-note">{dateWords(row.reviewOn, today)}前复核一次，情况有变要告诉街道。</p>}
      <p className="elder-note">
        {row.officeName}办，编号{row.number}。
        {row.decidedOn && (
          <>
            {dateWords(row.decidedOn, today)}决定，<TextLink to="/elder/letters">看决定书</TextLink>
          </>
        )}
      </p>
    </section>
  );
}
