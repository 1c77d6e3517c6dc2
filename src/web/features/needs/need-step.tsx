import { useState } from 'react';
import { NEED_ACTS, NEED_STATUS_LABELS, type NeedAct, needLifecycle } from '#contracts/need-lifecycle.ts';
import { type ServiceNeed, stepNeed } from '#contracts/needs.ts';
import { FOUND_NEED_LABELS } from '#contracts/visits.ts';
import { useWrite } from '../../api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';

export const needTitle = (need: ServiceNeed): string =>
  `${FOUND_NEED_LABELS[need.kind]}${need.item ? `（${need.item.name}）` : ''}`;

export function NeedChip({ need }: { need: ServiceNeed }) {
  const tone = need.status === 'unmet' ? 'today' : 'plain';
  return <Chip tone={tone}>{NEED_STATUS_LABELS[need.status]}</Chip>;
}

/** The steps that may be taken now; each asks what is to be said with it. */
export function NeedActs({ need }: { need: ServiceNeed }) {
  const [action, setAction] = useState<NeedAct | null>(null);
  const write = useWrite(stepNeed);
  const allowed = need.actions.filter(each => each.allowed);
  const open = NEED_ACTS.find(each => each === action);
  const transition = needLifecycle.transitions.find(each => each.action === open);
  if (allowed.length === 0) return null;
  const order = new URLSearchParams({
    ...{ elderId: need.elderId, name: need.elderName, need: need.id },
    ...(need.item && { item: need.item.code }),
  });
  return (
    <div className="row-flex">
      {need.mayOrder && (
        <LinkButton size="sm" look="ok" to={`/desk/orders/new?${order}`}>
          下服务单
        </LinkButton>
      )}
      {allowed.map(each => (
        <Button
          key={each.action}
          size="sm"
          aria-label={`${need.elderName}，${needTitle(need)}：${each.label}`}
          onClick={() => setAction(each.action as NeedAct)}
        >
          {each.label}
        </Button>
      ))}
      <Dialog
        title={`${need.elderName}：${transition?.label ?? ''}`}
        open={open !== undefined}
        close={() => setAction(null)}
      >
        <p className="sm soft">{[needTitle(need), need.text].filter(Boolean).join('：')}</p>
        <Form
          initial={{ note: '' }}
          label="记下"
          look="ok"
          done={() => setAction(null)}
          submit={({ note }: { note: string }) =>
            write.mutateAsync({ params: { id: need.id }, body: { action: open ?? 'match', note } })
          }
        >
          <TextArea name="note" label={transition?.needs?.[0]?.label ?? '情况'} rows={2} />
        </Form>
      </Dialog>
    </div>
  );
}
