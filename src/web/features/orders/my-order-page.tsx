import { useParams } from 'react-router';
import { cancelOrder, confirmOrder, evaluateOrder, getOrder, type Order } from '#contracts/orders.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { clockWords, dateWords, instantWords } from '../../ui/words.ts';
import { measureWords } from './order-parts.tsx';
import { MINE_WORDS, yuan } from './words.ts';
import './orders.css';

const SCORES = [
  { value: '5', label: '5 分，很满意' },
  { value: '4', label: '4 分，满意' },
  { value: '3', label: '3 分，一般' },
  { value: '2', label: '2 分，不满意' },
  { value: '1', label: '1 分，很不满意' },
];

/** One service as the elder or the family sees it: who comes, what was done, confirm, evaluate. */
export default function MyOrderPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(getOrder, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {order => <MyOrder order={order} />}
    </Loaded>
  );
}

function MyOrder({ order }: { order: Order }) {
  const today = useBusinessDate();
  const record = order.records.find(r => r.current);
  const may = (action: string) => order.actions.some(a => a.action === action && a.allowed);
  return (
    <>
      <h1>{order.itemName}</h1>
      <ul className="elder-list">
        <Line
          at="哪天"
          text={`${order.wantedOn === today ? '今天' : dateWords(order.wantedOn, today)} ${order.wantedTime ?? ''}`}
        />
        <Line at="谁来" text={order.caregiverName ?? '还没派'} more={order.providerName} />
        <Line
          at="您付"
          text={yuan(order.selfFen)}
          more={`总价${yuan(order.priceFen)}，长护险${yuan(order.ltcFen)}，补贴${yuan(order.subsidyFen)}，服务券${yuan(order.voucherFen)}`}
        />
        <Line at="现在" text={MINE_WORDS[order.status]} more={order.cancelReason} />
        {record && (
          <Line
            at="做了"
            text={record.itemsDone.join('、')}
            more={`${instantWords(record.startedAt, today)}到${clockWords(record.endedAt)}${measureWords(record.measurements) && `，${measureWords(record.measurements)}`}`}
          />
        )}
      </ul>
      {may('confirm') && <Confirm order={order} />}
      {may('evaluate') && <Evaluate order={order} />}
      {order.score !== null && (
        <Note tone="ok" title={`您给了${order.score}分`}>
          {order.evaluation}
        </Note>
      )}
      {may('cancel') && <Cancel order={order} />}
    </>
  );
}

function Line({ at, text, more }: { at: string; text: string; more?: string | null }) {
  return (
    <li>
      <span className="tm">{at}</span>
      <span>
        <b>{text}</b>
        {more && <p>{more}</p>}
      </span>
    </li>
  );
}

function Confirm({ order }: { order: Order }) {
  const confirm = useWrite(confirmOrder);
  return (
    <div className="elder-note">
      <Button
        look="go"
        wide
        busy={confirm.isPending}
        onClick={() => confirm.mutate({ params: { id: order.id }, body: {} })}
      >
        做好了，我确认
      </Button>
      <p>确认以后才跟服务商结算。没做好请先打电话给服务商或社区。</p>
      {confirm.error && <ErrorState error={confirm.error} />}
    </div>
  );
}

function Evaluate({ order }: { order: Order }) {
  const write = useWrite(evaluateOrder);
  return (
    <section className="evaluation">
      <h2>做得怎么样</h2>
      <Form
        initial={{ score: '', text: '' }}
        label="交评价"
        wide
        submit={(values: { score: string; text: string }) =>
          write.mutateAsync({
            params: { id: order.id },
            body: { score: Number(values.score), text: values.text || null },
          })
        }
      >
        <RadioGroup name="score" label="给几分" options={SCORES} />
        <TextArea name="text" label="想说的话" rows={3} optional />
      </Form>
    </section>
  );
}

function Cancel({ order }: { order: Order }) {
  const write = useWrite(cancelOrder);
  return (
    <section className="evaluation">
      <h2>不需要了</h2>
      <Form
        initial={{ reason: '' }}
        checks={cancelOrder.body}
        label="取消这次服务"
        look="ok"
        wide
        submit={(body: { reason: string }) => write.mutateAsync({ params: { id: order.id }, body })}
      >
        <TextArea name="reason" label="为什么取消" rows={2} />
      </Form>
    </section>
  );
}
