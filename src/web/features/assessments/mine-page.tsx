import { useState } from 'react';
import { ASSESSMENT_REASONS, type AssessmentReason, type AssessmentRow } from '#contracts/assessments/assessment.ts';
import {
  applyForAssessment,
  listAssessments,
  objectToAssessment,
  readAssessment,
} from '#contracts/assessments/endpoints.ts';
import { ASSESSMENT_STATUS_LABELS } from '#contracts/assessments/lifecycle.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

/** The elder's own results in large type: how far it is, what it says, until when, and what to do when it seems wrong. */
export default function MinePage() {
  const answer = useQueryOf(listAssessments, { query: { limit: 20 } });
  return (
    <>
      <h1>我的能力评估</h1>
      <Loaded of={answer}>
        {({ rows }) => (
          <>
            {rows.map(row => (
              <One key={row.id} row={row} />
            ))}
            {rows.length === 0 && (
              <p className="elder-note">还没有评估过。评估不收钱，两位评估员上门看看您的身体情况。</p>
            )}
            {rows.every(row => row.publishedOn !== null || row.status === 'cancelled') && (
              <Apply first={rows.length === 0} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function One({ row }: { row: AssessmentRow }) {
  const today = useBusinessDate();
  const [asked, ask] = useState(false);
  const full = useQueryOf(readAssessment, { params: { id: row.id } });
  const write = useWrite(objectToAssessment);
  const mayObject = row.status === 'published' && (full.data?.objectUntil ?? '') >= today;
  return (
    <section>
      <h2>{full.data?.score ? full.data.score.levelLabel : ASSESSMENT_STATUS_LABELS[row.status]}</h2>
      <p className="elder-note">
        {row.publishedOn
          ? `${row.total === null ? '' : `总分${row.total}分，满分90分。`}${row.validTo ? `有效到${dateWords(row.validTo, today)}。` : ''}`
          : `${instantWords(row.appliedAt, today)}申请，${ASSESSMENT_STATUS_LABELS[row.status]}。`}
        {row.visitAt && !row.publishedOn && `${instantWords(row.visitAt, today)}上门。`}
        {row.assessors.length > 0 && `评估员：${row.assessors.join('、')}。`}
      </p>
      {mayObject && <Button onClick={() => ask(true)}>我觉得结果不对</Button>}
      <Dialog title="对结果有异议" open={asked} close={() => ask(false)}>
        <p>会另派两位评估员再来看一次。新结果出来以前，现在的照旧算数。</p>
        <Form
          initial={{}}
          checks={objectToAssessment.body}
          label="提出异议"
          large
          done={() => ask(false)}
          submit={({ reason }: { reason: string }) => write.mutateAsync({ params: { id: row.id }, body: { reason } })}
        >
          <TextArea name="reason" label="哪里不对" />
        </Form>
      </Dialog>
    </section>
  );
}

const REASONS = ASSESSMENT_REASONS.filter(reason => !reason.includes('复评') && reason !== '其他');
const PLAIN: Readonly<Record<string, string>> = {
  首次评估: '第一次评估',
  常规评估: '快到期了，再评一次',
  即时评估: '身体有了变化',
};

function Apply({ first }: { first: boolean }) {
  const { elderId } = useSession().currentPost;
  const write = useWrite(applyForAssessment);
  if (!elderId) return null;
  return (
    <section>
      <h2>申请评估</h2>
      <Form
        initial={{ reason: first ? '首次评估' : '常规评估' }}
        label="申请评估"
        large
        wide
        submit={({ reason, note }: { reason: AssessmentReason; note?: string }) =>
          write.mutateAsync({ body: { elderId, reason, ...(note && { note }) } })
        }
      >
        <RadioGroup
          name="reason"
          label="为什么评估"
          options={REASONS.map(value => ({ value, label: PLAIN[value] ?? value }))}
        />
        <TextArea name="note" label="身体有什么变化" hint="选“身体有了变化”时要写" optional rows={2} />
      </Form>
    </section>
  );
}
