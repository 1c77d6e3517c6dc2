import { useState } from 'react';
import { useParams } from 'react-router';
import { ORDER_STATUS_LABELS } from '#contracts/order-lifecycle.ts';
import { acceptOrder, checkIn, getOrder, type Order, openAddress, refuseOrder } from '#contracts/orders.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { EmptyState, ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { RecordForm } from './record-form.tsx';
import { metresWords } from './words.ts';
import './orders.css';

/** One order in the caregiver's hand: accept or refuse, the door, check in, record. */
export default function FieldOrderPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(getOrder, { params: { id } });
  const [refused, setRefused] = useState(false);
  if (refused) {
    return (
      <div className="field-pad">
        <EmptyState
          icon="check"
          title="已记下您不接这张单"
          acts={
            <LinkButton look="go" to="/field">
              回到今天
            </LinkButton>
          }
        >
          系统已派给下一位护理员，没有人选时退回派单的人。
        </EmptyState>
      </div>
    );
  }
  return (
    <Loaded whole of={answer}>
      {order => <Sheet order={order} refused={() => setRefused(true)} />}
    </Loaded>
  );
}

function Sheet({ order, refused }: { order: Order; refused: () => void }) {
  const today = useBusinessDate();
  const { status } = order;
  return (
    <div className="field-sheet">
      <div>
        <h1>
          {order.elderName} <small className="soft">{order.elderAge}岁</small>
        </h1>
        <p className="soft">
          {order.itemName}，{order.wantedOn === today ? '今天' : dateWords(order.wantedOn, today)} {order.wantedTime}，
          {ORDER_STATUS_LABELS[status]}
        </p>
      </div>
      <p className="big">{order.place}</p>
      {(status === 'accepted' || status === 'started') && order.hasAddress && <Door orderId={order.id} />}
      {order.need && (
        <Note tone="warn" title={order.need}>
          {order.note}
        </Note>
      )}
      <FactList
        items={[
          ['要做', order.steps.join('、')],
          ['时长', order.minutes === null ? null : `约${order.minutes}分钟`],
          ['签到', order.startedAt ? `${instantWords(order.startedAt, today)}${arrived(order)}` : null],
          ['评价', order.score === null ? null : [`${order.score}分`, order.evaluation].filter(Boolean).join('，')],
        ]}
      />
      {status === 'dispatched' && <Answer order={order} refused={refused} />}
      {status === 'accepted' && <Arrive order={order} />}
      {status === 'started' && <RecordForm order={order} />}
      {status === 'done' && (
        <Note tone="ok" title="记录已交，等老人或家属确认">
          确认后计入结算。
        </Note>
      )}
    </div>
  );
}

const arrived = (order: Order): string =>
  order.startMetres === null ? '，没有取到位置' : `，离家${metresWords(order.startMetres)}`;

function Door({ orderId }: { orderId: string }) {
  const open = useWrite(openAddress);
  if (open.data) {
    return (
      <div className="address" role="status">
        <b>{open.data.door ?? '没有登记门牌'}</b>
        {open.data.phone && (
          <p>
            <a className="link" href={`tel:${open.data.phone}`}>
              打电话 {open.data.phone}
            </a>
          </p>
        )}
      </div>
    );
  }
  return (
    <div>
      <Button icon="eye" busy={open.isPending} onClick={() => open.mutate({ params: { id: orderId } })}>
        看门牌和电话
      </Button>
      <p className="xs mute">每次查看都会记下，老人和家属看得到</p>
      {open.error && <ErrorState error={open.error} />}
    </div>
  );
}

function Answer({ order, refused }: { order: Order; refused: () => void }) {
  const today = useBusinessDate();
  const accept = useWrite(acceptOrder);
  const refuse = useWrite(refuseOrder);
  const [asking, setAsking] = useState(false);
  return (
    <div className="field-foot">
      {accept.error && <ErrorState error={accept.error} />}
      <Button
        look="go"
        size="lg"
        wide
        busy={accept.isPending}
        onClick={() => accept.mutate({ params: { id: order.id } })}
      >
        接单
      </Button>
      <p className="sm soft">{order.answerBy && `${instantWords(order.answerBy, today)}前要回应`}</p>
      <Button wide onClick={() => setAsking(true)}>
        不接，写明原因
      </Button>
      <Dialog title="不接这张单" open={asking} close={() => setAsking(false)}>
        <Form
          initial={{ reason: '' }}
          checks={refuseOrder.body}
          label="不接"
          look="ok"
          wide
          submit={(body: { reason: string }) => refuse.mutateAsync({ params: { id: order.id }, body })}
          done={refused}
        >
          <TextArea name="reason" label="不接的原因" rows={3} />
        </Form>
      </Dialog>
    </div>
  );
}

type Position = { longitude: number | null; latitude: number | null };

/** Where the phone is, or nulls when it will not say within five seconds. */
const whereAmI = (): Promise<Position> =>
  new Promise(resolve => {
    const unknown = () => resolve({ longitude: null, latitude: null });
    if (!navigator.geolocation) return unknown();
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ longitude: coords.longitude, latitude: coords.latitude }),
      unknown,
      { timeout: 5000, maximumAge: 60_000 },
    );
  });

function Arrive({ order }: { order: Order }) {
  const write = useWrite(checkIn);
  const [locating, setLocating] = useState(false);
  const arrive = async () => {
    setLocating(true);
    const body = await whereAmI();
    setLocating(false);
    write.mutate({ params: { id: order.id }, body });
  };
  return (
    <div className="field-foot">
      {write.error && <ErrorState error={write.error} />}
      <button
        type="button"
        className="field-go"
        aria-busy={locating || write.isPending}
        onClick={() => !locating && !write.isPending && void arrive()}
      >
        到了，开始服务
        <small>{locating ? '正在取位置，取不到也能开始' : '记下时间、位置和离家距离'}</small>
      </button>
    </div>
  );
}
