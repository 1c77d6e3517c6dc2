import { useState } from 'react';
import { useParams } from 'react-router';
import { ORDER_SOURCE_LABELS, ORDER_STATUS_LABELS } from '#contracts/order-lifecycle.ts';
import { cancelOrder, confirmOrder, getOrder, type Order, recallOrder } from '#contracts/orders.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader } from '../../ui/page-header.tsx';
import { FactList, Stepper } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { Candidates } from './candidates.tsx';
import { History, Offers, Price, Records } from './order-parts.tsx';
import { statusTone, stepsOf, waitsFor } from './words.ts';
import './orders.css';

/** One order at the desk: where it stands, what is next, who could go, what was done. */
export default function OrderPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(getOrder, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {order => <OrderRecord order={order} />}
    </Loaded>
  );
}

function OrderRecord({ order }: { order: Order }) {
  const today = useBusinessDate();
  const may = (action: string) => order.actions.some(a => a.action === action && a.allowed);
  return (
    <div className="stack">
      <div className="record-top">
        <PageHeader
          record
          title={`${order.elderName}，${order.itemName}`}
          trail={[{ title: '派服务', to: '/desk/orders' }]}
          facts={[
            `${order.elderAge}岁`,
            order.elderSex,
            order.place,
            `${dateWords(order.wantedOn, today)} ${order.wantedTime ?? ''}`,
            <Chip key="status" tone={statusTone(order.status)}>
              {ORDER_STATUS_LABELS[order.status]}
            </Chip>,
          ]}
        />
        <Next order={order} />
      </div>
      <Stepper label="服务单进度" steps={stepsOf(order, today)} />
      <div className="order-cols">
        <div className="stack">
          {may('dispatch') && <Candidates orderId={order.id} />}
          <Records orderId={order.id} records={order.records} today={today} />
          <Offers offers={order.offers} today={today} />
        </div>
        <div className="stack">
          <FactList
            items={[
              ['单号', order.number],
              ['下单', `${order.orderedBy}（${ORDER_SOURCE_LABELS[order.source]}）`],
              ['需要', order.need],
              ['嘱咐', order.note],
              ['内容', order.steps.join('、')],
              ['时长', order.minutes === null ? null : `${order.minutes}分钟`],
              ['服务商', order.providerName],
              ['护理员', order.caregiverName],
              ['评价', order.score === null ? null : [`${order.score}分`, order.evaluation].filter(Boolean).join('，')],
              ['取消原因', order.cancelReason],
            ]}
          />
          <Price order={order} />
          <History order={order} today={today} />
        </div>
      </div>
    </div>
  );
}

function Next({ order }: { order: Order }) {
  const today = useBusinessDate();
  const confirm = useWrite(confirmOrder);
  const action = (name: string) => order.actions.find(a => a.action === name);
  const confirming = action('confirm');
  return (
    <NextStep
      title={waitsFor(order)}
      note={
        order.status === 'dispatched' && order.answerBy
          ? `${instantWords(order.answerBy, today)}前没回应，自动派给下一位`
          : null
      }
    >
      {confirming?.allowed && (
        <Button
          look="go"
          busy={confirm.isPending}
          onClick={() => confirm.mutate({ params: { id: order.id }, body: { note: '电话回访确认' } })}
        >
          已电话回访，代为确认
        </Button>
      )}
      {action('recall')?.allowed && <AskReason kind="recall" order={order} />}
      {action('cancel')?.allowed && <AskReason kind="cancel" order={order} />}
      {confirm.error && <ErrorState error={confirm.error} />}
    </NextStep>
  );
}

const ASKED = {
  recall: { endpoint: recallOrder, button: '改派', title: '收回这次派单，换人', label: '改派的原因' },
  cancel: { endpoint: cancelOrder, button: '取消这张单', title: '取消服务单', label: '取消的原因' },
} as const;

function AskReason({ kind, order }: { kind: keyof typeof ASKED; order: Order }) {
  const { endpoint, button, title, label } = ASKED[kind];
  const [open, setOpen] = useState(false);
  const write = useWrite(endpoint);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{button}</Button>
      <Dialog title={title} open={open} close={() => setOpen(false)}>
        <Form
          initial={{ reason: '' }}
          checks={endpoint.body}
          label={button}
          look="ok"
          submit={(body: { reason: string }) => write.mutateAsync({ params: { id: order.id }, body })}
          done={() => setOpen(false)}
        >
          <TextArea name="reason" label={label} rows={3} />
        </Form>
      </Dialog>
    </>
  );
}
