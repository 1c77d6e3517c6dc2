import {
  type CheckedRules,
  type Ground,
  OUTCOME_STATE_LABELS,
  type Outcome,
  type OutcomeLine,
  PAYEE_LABELS,
  PER_LABELS,
} from '#contracts/benefits/catalogue.ts';
import { dayWords, monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { Chip } from '../../ui/marks.tsx';
import { Note } from '../../ui/states.tsx';
import { doubtWords } from './benefit-words.ts';
import './benefits.css';

/** To which publication the rules were checked; what is known and not read yet is said, not hidden. */
export function CheckedNote({ checked }: { checked: CheckedRules }) {
  return (
    <div className="checked" data-rule>
      <Note tone="warn" title={`规则核对到${monthWords(checked.publishedUpTo)}公布的文件`}>
        {checked.unread.map(each => `《${each.title}》${dayWords(each.effective)}起施行，还没有读进来。`).join('')}
        标着“未定”“默认”“待核对”的值，正式使用前请先核对，区里可以自己设置。
      </Note>
    </div>
  );
}

/** 符合 with its amount, or what stands in the way. */
export function outcomeWords(outcome: Outcome): string {
  const { state, amountFen, per } = outcome;
  if (state !== 'yes' || amountFen === 0) return OUTCOME_STATE_LABELS[state];
  return `${fenToYuanText(amountFen)}${PER_LABELS[per]}`;
}

/** Each part of the amount or each refusal with its clause, what is missing, and the nearest yes. */
export function OutcomeView({ outcome }: { outcome: Outcome }) {
  const { lines, refusals, missing, nearestYes, kind } = outcome;
  return (
    <>
      {lines.length + refusals.length > 0 && (
        <ul className="why">
          {lines.map(line => (
            <GroundLine key={line.code} ground={line} amount={lineWords(line, kind === 'standard')} />
          ))}
          {refusals.map(said => (
            <GroundLine key={said.code} ground={said} amount={null} />
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p className="why">
          <span>
            <b>还缺：</b>
            {missing.map(each => each.label).join('、')}
          </span>
        </p>
      )}
      {nearestYes && (
        <p className="why yes">
          <span>
            <b>怎样才能享受：</b>
            {nearestYes}
          </span>
        </p>
      )}
    </>
  );
}

/** A standard is compared, not paid: its lines have no receiver. */
function lineWords({ amountFen, per, payee }: OutcomeLine, isStandard: boolean): string | null {
  if (amountFen === null) return '金额未定';
  if (per === 'service' || amountFen === 0) return null;
  const to = isStandard || payee === 'person' ? '' : `，${PAYEE_LABELS[payee]}`;
  return `${fenToYuanText(amountFen)}${PER_LABELS[per]}${to}`;
}

function GroundLine({ ground, amount }: { ground: Ground; amount: string | null }) {
  const doubt = doubtWords(ground.confidence);
  const source = `${ground.documentNumber} ${ground.clause}`.trim();
  return (
    <li>
      {amount && <b>{amount}：</b>}
      {ground.sentence}，
      {ground.url ? (
        <a href={ground.url} target="_blank" rel="noreferrer">
          {source}
          <span className="visually-hidden">（在新窗口打开原文）</span>
        </a>
      ) : (
        source
      )}
      {ground.setBy && <Chip tone="plain">本区的值</Chip>}
      {doubt && <Chip tone="doubt">{doubt}</Chip>}
    </li>
  );
}
