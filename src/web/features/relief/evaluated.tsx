import { OUTCOME_STATE_LABELS } from '#contracts/benefits/catalogue.ts';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { evaluateRecognition, type Recognition } from '#contracts/relief-recognitions.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { ErrorState, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

export const saysAmount = (fen: number): string =>
  fen > 0 ? `每月${fenToYuanText(fen)}元` : '认定资格，没有按月的现金';

/** What the rules make of the household: the amount line by line with its clause, or what would change the no. */
export function Evaluated({ row }: { row: Recognition }) {
  const today = useBusinessDate();
  const again = useWrite(evaluateRecognition);
  const { evaluation } = row;
  if (!evaluation) {
    const why = row.survey
      ? '家庭的收入、财产只给办这件事的街道、区看。'
      : '记了入户调查以后，按家庭经济状况核算，金额和理由写在这里。';
    return (
      <section>
        <SectionHead title="按规则核算" />
        <p className="soft">{why}</p>
      </section>
    );
  }
  const { outcome } = evaluation;
  const may = ['surveyed', 'posted', 'submitted'].includes(row.status);
  const grounds = outcome.state === 'yes' || outcome.state === 'undetermined' ? outcome.lines : outcome.refusals;
  return (
    <section>
      <SectionHead
        title="按规则核算"
        note={`${dateWords(evaluation.on, today)}算，一起生活${evaluation.persons}人，每月收入${fenToYuanText(evaluation.incomeFen)}元`}
      >
        {may && (
          <Button size="sm" busy={again.isPending} onClick={() => again.mutate({ params: { id: row.id }, body: {} })}>
            重新核算
          </Button>
        )}
      </SectionHead>
      {again.error && <ErrorState error={again.error} />}
      <p>
        <b>{OUTCOME_STATE_LABELS[outcome.state]}</b>
        {outcome.state === 'yes' && `，${saysAmount(outcome.amountFen)}`}
      </p>
      <ul className="relief-lines" data-rule>
        {grounds.map(line => (
          <li key={line.code}>
            {line.sentence}
            {'amountFen' in line && typeof line.amountFen === 'number' && line.amountFen > 0
              ? `：${fenToYuanText(line.amountFen)}元`
              : ''}
            <small>
              {[
                `${line.documentNumber}${line.clause}`,
                isSure(line.confidence) ? null : CONFIDENCE_LABELS[line.confidence],
              ]
                .filter(Boolean)
                .join('，')}
            </small>
          </li>
        ))}
        {outcome.missing.map(each => (
          <li key={each.field}>还要记：{each.label}</li>
        ))}
      </ul>
      {outcome.nearestYes && <p>怎样才能符合：{outcome.nearestYes}。</p>}
      {outcome.state === 'yes' && outcome.amountFen > 0 && (
        <p className="sm soft">认定以后按月发给申请人，进户籍所在区每月的发放；家庭的钱发一份。</p>
      )}
      {evaluation.unverified > 0 && (
        <Note tone="warn" title={`家庭经济状况还有${evaluation.unverified}项没有核对`}>
          只有申报、估计的不作为决定的依据；核对以后请重新核算。
        </Note>
      )}
    </section>
  );
}
