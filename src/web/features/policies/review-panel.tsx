import { useState } from 'react';
import { decideItem, type PolicyDocument, type ReviewItem } from '#contracts/policies/documents.ts';
import { useWrite } from '../../api.ts';
import { useRole } from '../../session.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { Pager } from '../../ui/overlay.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { CorrectForm } from './correct-form.tsx';
import { type Group, KIND_TITLES } from './groups.ts';
import { ItemValue } from './item-value.tsx';
import './policies.css';

type Props = { document: PolicyDocument; group: Group; at: { at: number; of: number; move: (to: number) => void } };

/** What the machine read in one measure; each piece is confirmed, corrected or refused. */
export function ReviewPanel({ document, group, at }: Props) {
  const firstOpen = group.items.find(item => item.state === 'pending');
  return (
    <section className="review-panel" aria-label="识别结果">
      <header>
        <div>
          <h2 className="t">{`${group.label}${group.title.length > 30 ? `${group.title.slice(0, 30)}…` : group.title}`}</h2>
          <p className="sm mute">{`${group.items.length} 处要审`}</p>
        </div>
        <Pager at={at.at} of={at.of} unit="条" move={at.move} />
      </header>
      {group.items.map(item => (
        <ItemCard key={item.id} document={document} item={item} first={item === firstOpen} />
      ))}
    </section>
  );
}

const STATE_WORDS = { pending: '', confirmed: '已确认', corrected: '已更正', rejected: '已标为“不是”' } as const;

function ItemCard({ document, item, first }: { document: PolicyDocument; item: ReviewItem; first: boolean }) {
  const decide = useWrite(decideItem);
  const [correcting, setCorrecting] = useState(false);
  const readOnly = useRole() === 'auditor' || document.status !== 'in-review';
  const params = { id: document.id, itemId: item.id };
  const send = (decision: 'confirm' | 'reject' | 'reopen') => decide.mutate({ params, body: { decision } });
  const open = item.state === 'pending';
  return (
    <div className={`review-item ${open && first ? 'cur' : ''}`}>
      <h3 className="t">{KIND_TITLES[item.kind]}</h3>
      <ItemValue item={item} />
      {open && item.doubt && <p className="doubt-line">{item.doubt}</p>}
      {correcting ? (
        <CorrectForm
          item={item}
          submit={value => decide.mutateAsync({ params, body: { decision: 'correct', value } })}
          close={() => setCorrecting(false)}
        />
      ) : (
        <div className="review-acts">
          {open && !readOnly && (
            <>
              <Button
                look={first ? 'go' : 'plain'}
                size="sm"
                icon="check"
                busy={decide.isPending}
                onClick={() => send('confirm')}
              >
                无误
              </Button>
              <Button size="sm" onClick={() => setCorrecting(true)}>
                更正
              </Button>
              {item.kind !== 'header' && (
                <Button size="sm" busy={decide.isPending} onClick={() => send('reject')}>
                  {`不是${KIND_TITLES[item.kind]}`}
                </Button>
              )}
            </>
          )}
          {!open && (
            <span className="sm pine">
              {STATE_WORDS[item.state]}
              {item.decidedBy && `，${item.decidedBy}`}
            </span>
          )}
          {!open && !readOnly && <TextButton onClick={() => send('reopen')}>重审</TextButton>}
        </div>
      )}
      {decide.error && !correcting && <ErrorState error={decide.error} kept="其他各条的审核结果都已保存" />}
    </div>
  );
}
