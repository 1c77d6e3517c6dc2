import { useId } from 'react';
import type { Assignment, ScoreAnswers } from '#contracts/assessments/assessment.ts';
import type { Scale } from '#contracts/assessments/scales.ts';

type ItemProps = {
  item: Scale['items'][number];
  points: number | undefined;
  peer: { name: string; points: number | undefined } | null;
  /** Signing was tried: an empty item says so. */
  missing: boolean;
  choose: (points: number) => void;
};

/** One item: all options in sight, the best first, as on the paper form. */
export function ItemChoices({ item, points, peer, missing, choose }: ItemProps) {
  const id = useId();
  const empty = points === undefined;
  const differs = peer && !empty && peer.points !== points;
  return (
    <fieldset className="sheet-item" aria-describedby={`${id}-say`}>
      <legend>
        {item.nameZh}
        <small>
          {item.code}，满分{item.max}
        </small>
      </legend>
      {item.options.map(option => (
        <label key={option.points}>
          <input
            type="radio"
            name={`${id}-${item.code}`}
            checked={points === option.points}
            aria-invalid={missing && empty ? true : undefined}
            onChange={() => choose(option.points)}
          />
          <b>{option.points}分</b>
          {option.meaning}
        </label>
      ))}
      <p id={`${id}-say`} className={missing && empty ? 'miss' : 'peer'} hidden={!differs && !(missing && empty)}>
        {differs ? `${peer.name}评${peer.points}分` : '这一项还没评'}
      </p>
    </fieldset>
  );
}

type OtherProps = {
  scale: Scale;
  answers: ScoreAnswers;
  change: (next: ScoreAnswers) => void;
  peer: Assignment['peer'];
};

/** What sets or raises the level: coma, diagnosed illness, risk events of 30 days; each with its clause. */
export function OtherAnswers({ scale, answers, change, peer }: OtherProps) {
  const id = useId();
  const nameOf = (key: string) => scale.adjustments.find(each => each.id === key);
  const said = peer?.answers;
  return (
    <>
      <fieldset className="sheet-item">
        <legend>
          昏迷<small>{nameOf('coma')?.clause}，直接定为4级</small>
        </legend>
        <label>
          <input
            type="checkbox"
            checked={answers.coma}
            onChange={event => change({ ...answers, coma: event.target.checked })}
          />
          <b>是</b>
          老人昏迷
        </label>
        {said && said.coma !== answers.coma && (
          <p className="peer">
            {peer.name}填的是“{said.coma ? '是' : '否'}”
          </p>
        )}
      </fieldset>
      <div className="sheet-item">
        <label htmlFor={`${id}-icd`} style={{ display: 'block' }}>
          <b>已确诊的疾病编码（ICD-10）</b>
        </label>
        <input
          id={`${id}-icd`}
          className="in"
          style={{ width: '100%', height: 48 }}
          placeholder="F03，多个用逗号分开；没有就空着"
          defaultValue={answers.diagnoses.join('，')}
          onChange={event => change({ ...answers, diagnoses: event.target.value.split(/[，,、\s]+/).filter(Boolean) })}
        />
        <p className="sm soft">{nameOf('dementia-or-mental')?.nameZh}，加重1级。</p>
        {said && said.diagnoses.join() !== answers.diagnoses.join() && (
          <p className="peer">
            {peer.name}填的是“{said.diagnoses.join('，') || '没有'}”
          </p>
        )}
      </div>
      <div className="sheet-item">
        <label htmlFor={`${id}-risk`} style={{ display: 'block' }}>
          <b>近30天照护风险事件次数</b>
        </label>
        <input
          id={`${id}-risk`}
          className="in"
          style={{ width: 120, height: 48 }}
          type="number"
          inputMode="numeric"
          min={0}
          max={99}
          value={answers.riskEvents30Days}
          onChange={event =>
            change({ ...answers, riskEvents30Days: Math.max(0, Math.floor(Number(event.target.value) || 0)) })
          }
        />
        <p className="sm soft">{nameOf('risk-events')?.nameZh}，加重1级。</p>
        {said && said.riskEvents30Days !== answers.riskEvents30Days && (
          <p className="peer">
            {peer.name}填的是{said.riskEvents30Days}次
          </p>
        )}
      </div>
    </>
  );
}
