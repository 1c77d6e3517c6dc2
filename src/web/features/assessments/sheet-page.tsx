import { useState } from 'react';
import { useParams } from 'react-router';
import type { Assignment, ScoreAnswers } from '#contracts/assessments/assessment.ts';
import { readAssignment, readScale, signAssignment } from '#contracts/assessments/endpoints.ts';
import type { Scale } from '#contracts/assessments/scales.ts';
import { scoreAssessment } from '#contracts/assessments/score.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { FormSection } from '../../ui/form-sheet.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { levelWords } from './assessment-words.ts';
import { forgetKept, type Saved, useSheet } from './sheet-state.ts';
import './assessments.css';

/** The 26 items on the phone: one dimension a page, totals live by the server's own rule. */
export default function SheetPage() {
  const { id = '' } = useParams();
  const sheet = useQueryOf(readAssignment, { params: { id } });
  const scale = useQueryOf(
    readScale,
    { params: { scale: sheet.data?.scale ?? '' } },
    { enabled: sheet.data !== undefined },
  );
  return (
    <Loaded whole of={sheet}>
      {loaded => <Loaded of={scale}>{rules => <Sheet key={loaded.id} sheet={loaded} scale={rules} />}</Loaded>}
    </Loaded>
  );
}

const SAVED_WORDS = {
  same: '已存到服务器',
  saving: '正在保存',
  offline: '没有网络，先存在手机上，有网自动补传',
  refused: '服务器没有收下，内容还在手机上',
} as const satisfies Record<Saved, string>;

function Sheet({ sheet, scale }: { sheet: Assignment; scale: Scale }) {
  const { answers, change, saved, stop } = useSheet(sheet.id, sheet.draft);
  const [page, setPage] = useState(0);
  const [tried, setTried] = useState(false);
  const write = useWrite(signAssignment);
  const pages = [
    ...scale.dimensions.map(each => ({ key: each.key, title: each.nameZh })),
    { key: 'other', title: '其他' },
  ];
  const current = pages[page] ?? pages[0];
  const isLast = page === pages.length - 1;
  const turn = (to: number) => {
    setPage(to);
    window.scrollTo({ top: 0 });
  };
  const sign = () => {
    setTried(true);
    const missing = scale.items.find(item => answers.items[item.code] === undefined);
    if (missing) return turn(pages.findIndex(each => each.key === missing.dimension));
    stop();
    write.mutate({ params: { id: sheet.id }, body: { answers } }, { onSuccess: () => forgetKept(sheet.id) });
  };
  if (sheet.finished) return <Finished sheet={sheet} />;
  return (
    <>
      <Brief sheet={sheet} />
      <nav
        className="sheet-dims"
        aria-label="评估的几个方面"
        style={{ gridTemplateColumns: `repeat(${pages.length}, 1fr)` }}
      >
        {pages.map((each, index) => (
          <button
            key={each.key}
            type="button"
            aria-current={index === page ? 'step' : undefined}
            onClick={() => turn(index)}
          >
            {each.title}
            <small>{countOf(scale, each.key, answers)}</small>
          </button>
        ))}
      </nav>
      <div className="sheet-large">
        <FormSection
          form={scale}
          section={current?.key === 'other' ? null : (current?.key ?? null)}
          answers={answers}
          change={change}
          problems={tried ? problemsOf(scale, answers) : NO_PROBLEMS}
          peer={sheet.peer}
        />
      </div>
      <div className="sheet-foot">
        <Total scale={scale} answers={answers} saved={saved} />
        {write.error && <ErrorState error={write.error} kept="评估表还在" />}
        <div className="row-flex">
          {page > 0 && <Button onClick={() => turn(page - 1)}>上一页</Button>}
          {isLast ? (
            <Button look="go" busy={write.isPending} onClick={sign}>
              签字
            </Button>
          ) : (
            <Button look="go" onClick={() => turn(page + 1)}>
              下一页
            </Button>
          )}
        </div>
      </div>
    </>
  );
}

const NO_PROBLEMS = {};

/** What the engine says of the sheet as it is, by field; the same sentences as the server's. */
function problemsOf(scale: Scale, answers: ScoreAnswers): Record<string, string> {
  const outcome = scoreAssessment(scale, answers);
  return outcome.ok ? NO_PROBLEMS : Object.fromEntries(outcome.problems.map(each => [each.field, each.message]));
}

function countOf(scale: Scale, dimension: string, answers: ScoreAnswers): string {
  const items = scale.items.filter(item => item.dimension === dimension);
  if (items.length === 0) return '昏迷、诊断、风险';
  return `${items.filter(item => answers.items[item.code] !== undefined).length}/${items.length}`;
}

/** Live result: the very rule the server scores with. */
function Total({ scale, answers, saved }: { scale: Scale; answers: ScoreAnswers; saved: Saved }) {
  const outcome = scoreAssessment(scale, answers);
  const answered = scale.items.filter(item => answers.items[item.code] !== undefined).length;
  const sum = Object.values(answers.items).reduce((total, points) => total + points, 0);
  return (
    <p role="status">
      {outcome.ok ? (
        <>
          合计<b>{outcome.score.total}</b>分，{levelWords(outcome.score.level)}
        </>
      ) : (
        <>
          已填{answered}/{scale.items.length}项，合计<b>{sum}</b>分
        </>
      )}
      <span className="mute">，{SAVED_WORDS[saved]}</span>
    </p>
  );
}

function Brief({ sheet }: { sheet: Assignment }) {
  const today = useBusinessDate();
  const { contact, peer } = sheet;
  return (
    <section className="sheet-brief">
      <h1 className="t">{sheet.elderName}</h1>
      <p>
        {sheet.sex}，{sheet.bornOn.slice(0, 4)}年生，{instantWords(sheet.visitAt, today)}上门，
        {sheet.blind ? '一个人评' : `与${sheet.peerName}一起`}
      </p>
      <p>{[sheet.areaName, sheet.road, sheet.compound, contact?.door].filter(Boolean).join(' ')}</p>
      {contact?.phone && (
        <p>
          {contact.name} <a href={`tel:${contact.phone}`}>拨打{contact.phone}</a>
        </p>
      )}
      <p>
        <TextLink small to={fill('/field/assessments/:id/forms', { id: sheet.id })}>
          给这位老人记其他量表
        </TextLink>
      </p>
      {sheet.blind && (
        <Note tone="warn" title="这是抽中的盲评">
          请只按看到的评，不看、不问原来的结果。您签字以后，由区里比对两次评估是否一致；原来的结果不因此改变。
        </Note>
      )}
      {sheet.returnedBecause && (
        <Note tone="warn" title="街道退回重评">
          {sheet.returnedBecause}
        </Note>
      )}
      {peer && (
        <Note tone="warn" title={`${peer.name}已签字${sheet.signedAt ? '，与您的不一样' : ''}`}>
          不同的项目下面写着{peer.name}评的分。两人一致才能评分，请当面商量后签字。{peer.note}
        </Note>
      )}
    </section>
  );
}

function Finished({ sheet }: { sheet: Assignment }) {
  return (
    <div className="field-pad">
      <Note tone="ok" title={`${sheet.elderName}的评估已签字评分`}>
        {sheet.blind
          ? '盲评已交区里比对，门牌和电话已收回。'
          : '两名评估员内容一致，已交街道审核。门牌和电话在公布结果后收回。'}
      </Note>
    </div>
  );
}
