import { useParams } from 'react-router';
import type { AssessmentRow } from '#contracts/assessments/assessment.ts';
import { listAssessments, readAssessment, readScale } from '#contracts/assessments/endpoints.ts';
import { ASSESSMENT_STATUS_LABELS } from '#contracts/assessments/lifecycle.ts';
import { useQueryOf } from '../../api.ts';
import { useDiedOn } from '../../died-on.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { ScoreRows } from './score-parts.tsx';
import './assessments.css';

/** On the record of a person: the result that stands, else how far the assessment is, else the way to apply. */
export default function ElderPanel() {
  const { id = '' } = useParams();
  const answer = useQueryOf(listAssessments, { query: { elderId: id, limit: 20 } });
  return (
    <Loaded of={answer} rows={2}>
      {({ rows }) => {
        const result = rows.find(row => row.publishedOn !== null);
        const open = rows.find(row => row.publishedOn === null && row.status !== 'cancelled');
        return (
          <section>
            {result ? <Standing row={result} /> : <SectionHead title="能力评估" />}
            {!result && !open && <p className="soft">还没有评估过。</p>}
            {open && (
              <p>
                <TextLink to={fill('/desk/assessments/:id', { id: open.id })}>
                  {open.reason}：{ASSESSMENT_STATUS_LABELS[open.status]}
                </TextLink>
              </p>
            )}
            {!open && <Apply elderId={id} again={result !== undefined} />}
          </section>
        );
      }}
    </Loaded>
  );
}

function Apply({ elderId, again }: { elderId: string; again: boolean }) {
  const role = useRole();
  const died = useDiedOn(elderId) !== null;
  if (died || (role !== 'community' && role !== 'street')) return null;
  return (
    <p className="row-flex">
      <TextLink small to={`/desk/assessments/new?elderId=${elderId}`}>
        {again ? '申请重新评估' : '申请评估'}
      </TextLink>
      {role === 'street' && (
        <TextLink small to={`/desk/assessments/recognise?elderId=${elderId}`}>
          登记外地评估结果
        </TextLink>
      )}
    </p>
  );
}

function Standing({ row }: { row: AssessmentRow }) {
  const today = useBusinessDate();
  const full = useQueryOf(readAssessment, { params: { id: row.id } });
  const scale = useQueryOf(readScale, { params: { scale: full.data?.scale ?? '' } }, { enabled: Boolean(full.data) });
  return (
    <>
      <SectionHead
        title={`能力评估${row.total === null ? '' : `${row.total}分，`}${full.data?.score?.levelLabel ?? `${row.level}级`}`}
        note="GB/T 42195-2022"
      >
        <TextLink small to={fill('/desk/assessments/:id', { id: row.id })}>
          打开这次评估
        </TextLink>
      </SectionHead>
      {full.data?.standsToday === false && <p className="red sm">{ASSESSMENT_STATUS_LABELS[row.status]}，不再有效</p>}
      {full.data?.score && scale.data && <ScoreRows scale={scale.data} dimensions={full.data.score.dimensions} />}
      <FactList
        items={[
          ['评估员', row.assessors.join('、')],
          ['评估日', full.data?.assessedOn && dateWords(full.data.assessedOn, today)],
          ['有效至', row.validTo && dateWords(row.validTo, today)],
        ]}
      />
    </>
  );
}
