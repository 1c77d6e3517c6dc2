import type { Assessment } from '#contracts/assessments/assessment.ts';
import { CONFIDENCE_LABELS, type Scale } from '#contracts/assessments/scales.ts';
import { Chip } from '../../ui/marks.tsx';
import { DIMENSION_NOTES } from './assessment-words.ts';

type Dimensions = Readonly<Record<string, number>>;

/** The four dimensions as bars with their points out of the scale's maximum. */
export function ScoreRows({ scale, dimensions }: { scale: Scale; dimensions: Dimensions }) {
  return (
    <ul className="score-rows">
      {scale.dimensions.map(each => {
        const points = dimensions[each.key] ?? 0;
        return (
          <li key={each.key}>
            <b>{each.nameZh}</b>
            <span className="score-bar" aria-hidden="true">
              <i style={{ width: `${(points / each.max) * 100}%` }} />
            </span>
            <span>
              {points}
              <small> / {each.max}</small>
            </span>
            <em>
              {DIMENSION_NOTES[each.key]}
              {each.items}项
            </em>
          </li>
        );
      })}
    </ul>
  );
}

/** Why the level is what it is: the band of the total, then every rule that was met. */
export function LevelReasons({ scale, score }: { scale: Scale; score: NonNullable<Assessment['score']> }) {
  const band = scale.levels.find(each => each.level === score.levelByTotal);
  return (
    <div className="sm soft">
      <p>
        总分{score.total}分，{band?.min}至{band?.max}分为{band?.nameZh}
        {score.met.length === 0 && '，没有需要调整等级的情况'}。
      </p>
      {score.met.map(met => (
        <p key={met.id}>
          {score.raisedBy.some(each => each.id === met.id) ? '因此调整等级：' : '符合但不再调整：'}
          {met.nameZh}（{scale.titleZh}
          {met.clause}）
        </p>
      ))}
    </div>
  );
}

/** What of the scale's rules is not certain; shown wherever they act. */
export function UncertainRules({ scale }: { scale: Scale }) {
  const rules = [
    { text: `有效期${scale.validity.months}个月`, confidence: scale.validity.confidence },
    {
      text: `${scale.assessors.min}名评估员${scale.assessors.atLeastOneMedical ? '，至少一名有医护背景' : ''}`,
      confidence: scale.assessors.confidence,
    },
    { text: `几条加重同时满足，合计最多加${scale.maxRaise.value}级`, confidence: scale.maxRaise.confidence },
  ];
  return (
    <ul className="stack sm">
      {rules.map(rule => (
        <li key={rule.text}>
          {rule.text} <Chip tone="doubt">{CONFIDENCE_LABELS[rule.confidence]}</Chip>
        </li>
      ))}
    </ul>
  );
}
