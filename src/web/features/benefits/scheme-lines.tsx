import type { ReactNode } from 'react';
import type { Determination, Reason } from '#contracts/benefits/determination.ts';
import { SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { Chip } from '../../ui/marks.tsx';
import { doubtWords, onlyUnapplied, plainReason } from './benefit-words.ts';
import './benefits.css';

type LineProps = { result: Determination; state?: ReactNode; brief?: boolean; children?: ReactNode };

/** 符合, 符合但没申请, 不符合. */
export function stateWords(result: Determination): string {
  if (result.amountFen > 0) return '符合';
  return onlyUnapplied(result) ? '符合，还没申请' : '不符合';
}

/** One allowance: amount or refusal, each reason with its 文号 and clause, and for a refusal the nearest yes. */
export function SchemeLine({ result, state, brief, children }: LineProps) {
  const paid = result.amountFen > 0;
  return (
    <li className={paid || onlyUnapplied(result) ? 'scheme' : 'scheme no'}>
      <b>{SCHEME_LABELS[result.scheme]}</b>
      <span className="fen">
        {paid ? fenToYuanText(result.amountFen) : '—'}
        <small>{paid ? '元/月' : ''}</small>
      </span>
      <span className="sm">{state ?? stateWords(result)}</span>
      <ul className="why">
        {(brief ? result.reasons.slice(0, 2) : result.reasons).map(reason => (
          <ReasonLine key={`${reason.code} ${reason.parameter.id}`} reason={reason} />
        ))}
      </ul>
      {paid && result.from && !brief && (
        <p className="why">
          自{monthWords(result.from)}起{result.paidBy && `，由${result.paidBy}发放`}
        </p>
      )}
      {!paid && result.nearestYes && <NearestYes yes={result.nearestYes} />}
      {children && <div className="row-acts">{children}</div>}
    </li>
  );
}

function ReasonLine({ reason }: { reason: Reason }) {
  const doubt = doubtWords(reason.confidence);
  const source = `${reason.documentNumber} ${reason.clause}`;
  return (
    <li>
      {plainReason(reason)}，
      {reason.url ? (
        <a href={reason.url} target="_blank" rel="noreferrer">
          {source}
          <span className="visually-hidden">（在新窗口打开原文）</span>
        </a>
      ) : (
        source
      )}
      {doubt && <Chip tone="doubt">{doubt}</Chip>}
    </li>
  );
}

function NearestYes({ yes }: { yes: NonNullable<Determination['nearestYes']> }) {
  return (
    <p className="why yes">
      {yes.amountFen > 0 ? (
        <span>
          <b>怎样才能领到：</b>
          {yes.sentence}
        </span>
      ) : (
        yes.sentence
      )}
    </p>
  );
}
