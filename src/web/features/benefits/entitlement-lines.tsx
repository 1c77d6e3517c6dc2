import { type ReactNode, useState } from 'react';
import type { ElderEntitlement, ElderEntitlements } from '#contracts/benefits/catalogue.ts';
import { answerOffer } from '#contracts/benefits/endpoints.ts';
import { OFFER_STATUS_LABELS } from '#contracts/benefits/lifecycle.ts';
import { useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { OutcomeView, outcomeWords } from './outcome-view.tsx';
import './benefits.css';

const isOpen = ({ outcome, drawn }: ElderEntitlement): boolean =>
  drawn === null && (outcome.state === 'yes' || outcome.state === 'undetermined');

/** What could be had stands first, then what is had, then what the file does not say, then the refusals. */
export const groupsOf = ({ rows }: Pick<ElderEntitlements, 'rows'>) => ({
  open: rows.filter(isOpen),
  drawn: rows.filter(each => each.drawn !== null),
  incomplete: rows.filter(each => each.drawn === null && each.outcome.state === 'incomplete'),
  refused: rows.filter(each => each.drawn === null && each.outcome.state === 'no'),
});

type ListProps = { rows: readonly ElderEntitlement[]; acts?: (row: ElderEntitlement) => ReactNode };

export function EntitlementList({ rows, acts }: ListProps) {
  return (
    <ul>
      {rows.map(row => (
        <EntitlementLine key={row.outcome.scheme} row={row}>
          {acts?.(row)}
        </EntitlementLine>
      ))}
    </ul>
  );
}

function EntitlementLine({ row, children }: { row: ElderEntitlement; children?: ReactNode }) {
  const { outcome, drawn, offer } = row;
  const isNo = outcome.state === 'no' && drawn === null;
  return (
    <li className={isNo ? 'scheme no' : 'scheme'}>
      <b>{outcome.nameZh}</b>
      <span className="fen words">{drawn ?? outcomeWords(outcome)}</span>
      <span className="sm">{offer && drawn === null ? OFFER_STATUS_LABELS[offer.status] : ''}</span>
      {drawn === null && (
        <div>
          <OutcomeView outcome={outcome} />
        </div>
      )}
      {children}
    </li>
  );
}

const WORDS = {
  desk: { notify: '已告知', claim: '老人要办', decline: '老人不要', arrange: '已办好' },
  home: { claim: '要，请社区来办', decline: '不要' },
} as const;

type ActsProps = { row: ElderEntitlement; who: keyof typeof WORDS };

/** 已告知, 要, 不要, 已办好 on one offer: the steps its lifecycle allows this person. */
export function OfferActs({ row, who }: ActsProps) {
  const [declining, setDeclining] = useState(false);
  const write = useWrite(answerOffer);
  const { offer } = row;
  if (!offer) return null;
  const params = { id: offer.id };
  const name = row.outcome.nameZh;
  const can = offer.nextActions.filter(each => each.allowed).map(each => each.action);
  if (can.length === 0) return null;
  const words: Partial<Record<string, string>> = WORDS[who];
  const size = who === 'desk' ? ({ size: 'sm' } as const) : {};
  return (
    <div className="row-acts">
      {(['notify', 'claim', 'arrange'] as const)
        .filter(action => can.includes(action) && words[action])
        .map(action => (
          <Button
            key={action}
            {...size}
            {...(action !== 'notify' && { look: 'ok' as const })}
            busy={write.isPending}
            aria-label={`${name}：${words[action]}`}
            onClick={() => write.mutate({ params, body: { answer: action } })}
          >
            {words[action]}
          </Button>
        ))}
      {can.includes('decline') && (
        <Button {...size} aria-label={`${name}：${words.decline}`} onClick={() => setDeclining(true)}>
          {words.decline}
        </Button>
      )}
      {write.error && <ErrorState error={write.error} />}
      <Dialog title={`不要${name}`} open={declining} close={() => setDeclining(false)}>
        <Form
          initial={{}}
          label="记下"
          look="ok"
          done={() => setDeclining(false)}
          submit={({ note }: { note?: string }) =>
            write.mutateAsync({ params, body: { answer: 'decline', ...(note && { note }) } })
          }
        >
          <TextArea name="note" label="为什么不要" />
        </Form>
      </Dialog>
    </div>
  );
}
