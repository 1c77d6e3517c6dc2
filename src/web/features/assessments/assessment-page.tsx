import { useParams } from 'react-router';
import type { Assessment } from '#contracts/assessments/assessment.ts';
import { readAssessment, readScale } from '#contracts/assessments/endpoints.ts';
import { ASSESSMENT_STATUS_LABELS } from '#contracts/assessments/lifecycle.ts';
import { dayWords } from '#shared/dates.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Stepper, Steps, type StepView } from '../../ui/record-parts.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { levelWords, originWords } from './assessment-words.ts';
import { NextOfAssessment } from './next-of-assessment.tsx';
import { LevelReasons, ScoreRows, UncertainRules } from './score-parts.tsx';
import './assessments.css';

/** One assessment: what comes next, the result with its reasons, who did what. */
export default function AssessmentPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readAssessment, { params: { id } });
  return (
    <Loaded whole of={answer} rows={8}>
      {data => <Body data={data} />}
    </Loaded>
  );
}

const MAIN = ['applied', 'scheduled', 'on-site', 'scored', 'reviewed', 'published'] as const;
const MAIN_LABELS = ['申请', '派评估员', '上门评估', '两人签字评分', '审核', '公布'] as const;

/** Another region's result was assessed there: two steps are ours. */
const RECOGNISED = ['reviewed', 'published'] as const;
const RECOGNISED_LABELS = ['登记外地结果', '公布'] as const;

function stepsOf(data: Assessment, today: string): StepView[] {
  const main: readonly string[] = data.origin ? RECOGNISED : MAIN;
  const labels: readonly string[] = data.origin ? RECOGNISED_LABELS : MAIN_LABELS;
  const reached = main.indexOf(data.status);
  const at = reached === -1 ? (data.publishedOn ? main.length : 0) : reached;
  return main.map((status, index) => {
    const step = data.steps.find(each => each.to === status);
    const state = index <= at ? 'done' : index === at + 1 && data.status !== 'cancelled' ? 'now' : 'later';
    const due = state === 'now' && data.dueOn ? `${dateWords(data.dueOn, today)}应办结` : '';
    const note = step && state === 'done' ? `${instantWords(step.at, today)} ${step.actor}` : due;
    return { key: status, label: labels[index] ?? '', state, ...(note && { note }) };
  });
}

function Body({ data }: { data: Assessment }) {
  const today = useBusinessDate();
  return (
    <>
      <PageHeader
        record
        title={data.elderName}
        trail={[{ title: '能力评估', to: '/desk/assessments' }]}
        facts={[data.reason, ASSESSMENT_STATUS_LABELS[data.status], data.areaName, data.compound]}
      >
        {data.publishedOn && (
          <LinkButton icon="print" to={fill('/desk/assessments/:id/report', { id: data.id })}>
            打印评估报告
          </LinkButton>
        )}
      </PageHeader>
      <Related data={data} />
      <div className="assess-steps">
        <Stepper label="评估进展" steps={stepsOf(data, today)} />
      </div>
      <div className="assess-cols">
        <div className="stack">
          <NextOfAssessment data={data} />
          <Result data={data} />
          <section>
            <SectionHead title="经过" />
            <Steps of={data.steps} today={today} />
          </section>
        </div>
        <aside className="stack" aria-label="评估情况">
          <Facts data={data} today={today} />
        </aside>
      </div>
    </>
  );
}

function Related({ data }: { data: Assessment }) {
  const other = data.replacesId ?? data.replacedById;
  if (!other) return null;
  const link = <TextLink to={fill('/desk/assessments/:id', { id: other })}>打开那一次</TextLink>;
  return (
    <Note tone="warn" title={data.replacesId ? '这是对原结果有异议的复评' : '对这个结果有异议，正在复评'} acts={link}>
      {data.replacesId ? '要由另外两名评估员做；公布以前，原来的结果仍然有效。' : `异议理由：${data.objection ?? ''}`}
    </Note>
  );
}

function Result({ data }: { data: Assessment }) {
  const scale = useQueryOf(readScale, { params: { scale: data.scale } });
  const { score } = data;
  return (
    <section>
      <SectionHead
        title={score ? `能力评估${score.total}分，${score.levelLabel}` : '评估结果'}
        note={data.publishedOn && !data.standsToday ? '已不再有效' : undefined}
      />
      {score ? (
        <Loaded of={scale}>
          {loaded => (
            <>
              <ScoreRows scale={loaded} dimensions={score.dimensions} />
              <LevelReasons scale={loaded} score={score} />
            </>
          )}
        </Loaded>
      ) : data.origin ? (
        <p>
          认定的外地结果：{levelWords(data.level)}
          {data.total !== null && `，${data.total}分`}。{originWords(data.origin)}，有效到
          {dayWords(data.origin.validTo)}，由
          {data.origin.recognisedByName}
          登记。
        </p>
      ) : (
        <p className="soft">两名评估员都签字、内容一致后，由系统按量表算分定级。</p>
      )}
    </section>
  );
}

function Facts({ data, today }: { data: Assessment; today: string }) {
  const scale = useQueryOf(readScale, { params: { scale: data.scale } });
  return (
    <>
      <section>
        <SectionHead title="评估员" />
        {data.assessors.length === 0 && (
          <p className="soft sm">{data.origin ? data.origin.organisation : '还没有派。'}</p>
        )}
        <ul className="assessor-lines">
          {data.assessors.map(each => (
            <li key={each.name}>
              <b>{each.name}</b>
              <span className="sm soft">
                {[each.title, each.organisation, each.medical && '医护背景'].filter(Boolean).join('，')}
              </span>
              <span className="sm">
                {each.signedAt ? `${instantWords(each.signedAt, today)} 已签字` : '还没有签字'}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <SectionHead title="情况" />
        <FactList
          items={[
            ['申请', `${data.appliedBy}，${instantWords(data.appliedAt, today)}`],
            ['上门', data.visitAt && instantWords(data.visitAt, today)],
            ['结果', data.level === null ? null : levelWords(data.level)],
            ['评估日', data.assessedOn && dateWords(data.assessedOn, today)],
            ['公布', data.publishedOn && dateWords(data.publishedOn, today)],
            ['有效至', data.validTo && dateWords(data.validTo, today)],
            ['说明', data.note],
          ]}
        />
      </section>
      {scale.data && (
        <section>
          <SectionHead title="按什么办" note={`${scale.data.titleZh} GB/T 42195-2022`} />
          <UncertainRules scale={scale.data} />
        </section>
      )}
    </>
  );
}
