import { useParams } from 'react-router';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { FACT_STATE_LABELS, RECOGNITION_STATUS_LABELS, RELIEF_KIND_LABELS } from '#contracts/relief-lifecycle.ts';
import { APPLICANT_LABELS, type Grant, type Recognition, readRecognition } from '#contracts/relief-recognitions.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Stepper, type StepView, Timeline } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { Checks } from './application-parts.tsx';
import { Evaluated } from './evaluated.tsx';
import { RecognitionNext } from './recognition-next.tsx';
import './relief.css';

/** One application for 低保, 低收入 or 特困: what it waits for, what the rules say, who did what. */
export default function RecognitionPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readRecognition, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {row => <Body row={row} />}
    </Loaded>
  );
}

function Body({ row }: { row: Recognition }) {
  const today = useBusinessDate();
  const apart = row.responsibleName !== row.appliedName;
  const open = !['refused', 'withdrawn', 'closed'].includes(row.status);
  return (
    <>
      <PageHeader
        record
        title={`${row.elderName}的${RELIEF_KIND_LABELS[row.kind]}申请`}
        trail={[{ title: '救助申请', to: '/desk/relief/applications' }]}
        facts={[row.number, RECOGNITION_STATUS_LABELS[row.status], apart && '人户分离'].filter(Boolean)}
      >
        {row.seesMeans && (
          <>
            <TextLink to={fill('/desk/elders/:id', { id: row.elderId })}>看{row.elderName}的档案</TextLink>
            <TextLink to={fill('/desk/relief/means/:elderId', { elderId: row.elderId })}>看家庭经济状况</TextLink>
          </>
        )}
      </PageHeader>
      <Stepper label="办到哪一步" steps={stepsOf(row, today)} />
      <div className="relief-cols">
        <div className="stack">
          <RecognitionNext key={row.status} row={row} />
          <Evaluated row={row} />
          <Months row={row} />
          <FactList items={factsOf(row, today)} />
          <Checks id={row.id} checks={row.checks} open={open} />
        </div>
        <aside className="stack" aria-label="经过和办理规定">
          <section>
            <SectionHead title="经过" />
            {row.steps.length === 0 ? (
              <p className="sm soft">户籍所在的{row.responsibleName}记的经过，在那边看；办到哪一步见上面。</p>
            ) : (
              <Timeline
                items={row.steps.map(step => ({
                  key: `${step.at}${step.action}`,
                  at: `${instantWords(step.at, today)} ${step.actor}`,
                  text: [step.label, step.note].filter(Boolean).join('：'),
                }))}
              />
            )}
          </section>
          <Procedure row={row} />
        </aside>
      </div>
    </>
  );
}

function factsOf(row: Recognition, today: string): [string, React.ReactNode][] {
  const { survey, notice, submission, fact } = row;
  const votes = notice && notice.agreed !== null && `，同意${notice.agreed}人，不同意${notice.against ?? 0}人`;
  return [
    [
      '接着领',
      row.continues && (
        <TextLink to={fill('/desk/relief/recognitions/:id', { id: row.continues.id })}>
          {row.continues.elderName}（{row.continues.number}）
        </TextLink>
      ),
    ],
    ['谁提出', `${APPLICANT_LABELS[row.applicant]}：${row.reason}`],
    ['谁受理', `${row.appliedName}，${row.appliedBy}，${instantWords(row.appliedAt, today)}`],
    ['谁决定', row.deciderName],
    ['入户调查', survey && `${dateWords(survey.on, today)}，${survey.surveyors}：${survey.finding}`],
    [
      '民主评议',
      notice && (notice.appraisedOn ? `${dateWords(notice.appraisedOn, today)}${votes || ''}` : '没有记评议'),
    ],
    ['公示', notice && `${notice.place}，${dateWords(notice.postedOn, today)}到${dateWords(notice.until, today)}`],
    ['报送', submission && `${submission.by}，${dateWords(submission.on, today)}：${submission.note}`],
    ['决定', row.decidedBy && `${row.decidedBy}，${dateWords(row.decidedOn ?? '', today)}：${row.decisionNote}`],
    [
      '档案',
      fact && (
        <>
          {FACT_STATE_LABELS[fact.state]}
          {fact.correctionId && row.seesMeans && (
            <>
              {' '}
              <TextLink small to={fill('/desk/corrections/:id', { id: fact.correctionId })}>
                看更正
              </TextLink>
            </>
          )}
        </>
      ),
    ],
    ...row.members.map((member): [string, React.ReactNode] => [
      member.relation,
      <Member key={member.elderId} member={member} linked={row.seesMeans} />,
    ]),
    ['下次复核', row.reviewOn && dateWords(row.reviewOn, today)],
    ['结果', row.outcome],
  ];
}

/** An elder of the household: the same status is entered in his file, by another person's check. */
function Member({ member, linked }: { member: Recognition['members'][number]; linked: boolean }) {
  const { fact } = member;
  return (
    <>
      {linked ? <TextLink to={fill('/desk/elders/:id', { id: member.elderId })}>{member.name}</TextLink> : member.name}
      {fact && `，${FACT_STATE_LABELS[fact.state]}`}
      {linked && fact?.correctionId && (
        <>
          {' '}
          <TextLink small to={fill('/desk/corrections/:id', { id: fact.correctionId })}>
            看更正
          </TextLink>
        </>
      )}
    </>
  );
}

const spanOf = ({ fromMonth, toMonth }: Grant): string => {
  if (toMonth === null) return `${monthWords(fromMonth)}起`;
  return toMonth < fromMonth
    ? `原定${monthWords(fromMonth)}起，没有发`
    : `${monthWords(fromMonth)}到${monthWords(toMonth)}`;
};

/** What is paid by month, from when, by which document; the district's cycle pays it. */
function Months({ row }: { row: Recognition }) {
  if (row.grants.length === 0) return null;
  return (
    <section>
      <SectionHead title="按月发放" note={`发给${row.elderName}，进户籍所在区每月的发放`} />
      <ul className="relief-lines sm">
        {row.grants.map(each => (
          <li key={each.id}>
            {spanOf(each)}，每月{fenToYuanText(each.amountFen)}元
            <small>{[each.why, each.endedWhy].filter(Boolean).join('。')}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Applied, surveyed, posted, sent up, decided: each with who and when. */
function stepsOf(row: Recognition, today: string): StepView[] {
  const over = ['approved', 'refused', 'closed'].includes(row.status) && row.decidedOn !== null;
  const done = [
    true,
    row.survey !== null || row.continues !== null,
    row.notice !== null,
    row.submission !== null,
    over,
  ];
  const isNo = row.evaluation?.outcome.state === 'no' && row.status === 'surveyed';
  const skipped = row.notice === null && (row.submission !== null || isNo || row.continues !== null);
  const labels = ['受理', '核对和入户调查', skipped ? '不用评议公示' : '评议公示', '报送', '决定'];
  const notes = [
    row.appliedBy,
    row.survey ? dateWords(row.survey.on, today) : row.continues ? '沿用原来的' : '',
    row.notice
      ? `公示到${dateWords(row.notice.until, today)}`
      : skipped
        ? row.continues
          ? '接着领'
          : '核算不符合'
        : '',
    row.submission ? dateWords(row.submission.on, today) : '',
    over ? RECOGNITION_STATUS_LABELS[row.status] : '',
  ];
  const stopped = row.status === 'withdrawn';
  const now = done.findIndex((is, at) => !is && !(at === 2 && skipped));
  return labels.map((label, at) => ({
    key: label,
    label,
    state: done[at] || (at === 2 && skipped) ? 'done' : at === now && !stopped ? 'now' : 'later',
    ...(notes[at] && { note: notes[at] }),
  }));
}

/** How it goes by the documents, and what no document says. */
function Procedure({ row }: { row: Recognition }) {
  return (
    <section data-rule>
      <SectionHead title="按什么办" />
      <ul className="relief-lines sm">
        {row.procedure.map(each => (
          <li key={each.key}>
            {each.label}：{each.words}
            <small>
              {[each.documentNumber, isSure(each.confidence) ? null : CONFIDENCE_LABELS[each.confidence], each.note]
                .filter(Boolean)
                .join('，')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
