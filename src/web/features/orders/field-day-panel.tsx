import { Link } from 'react-router';
import { ORDER_STATUS_LABELS } from '#contracts/order-lifecycle.ts';
import type { OrderRow } from '#contracts/orders.ts';
import { fill } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Facts } from '../../ui/marks.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import { isOver, useFieldDay } from './field-day.ts';

/** 今天 n 户: done ones ticked, the current one large, the rest in the order of the day. */
export default function FieldDayPanel() {
  const { name, currentPost } = useSession();
  const { answer, rows, current, today } = useFieldDay();
  const count = (test: (row: OrderRow) => boolean) => countWords(rows.filter(test).length);
  return (
    <Loaded of={answer}>
      {() => (
        <>
          <header className="field-head">
            <h1>今天{countWords(rows.length)}户</h1>
            <p>
              {today && dateWords(today)}，{name}，{currentPost.organisationName ?? currentPost.areaName}
            </p>
            <dl>
              <div>
                <dt>做完</dt>
                <dd>{count(isOver)}</dd>
              </div>
              <div>
                <dt>要做</dt>
                <dd>{count(row => row.status === 'accepted' || row.status === 'started')}</dd>
              </div>
              <div>
                <dt>等接</dt>
                <dd>{count(row => row.status === 'dispatched')}</dd>
              </div>
            </dl>
          </header>
          {rows.length === 0 && (
            <div className="field-pad">
              <EmptyState icon="walk" title="还没有派给您的单">
                派了单会列在这里，在时限内接单或写明原因不接。
              </EmptyState>
            </div>
          )}
          <ol className="route">
            {rows.map((row, index) => (
              <Stop key={row.id} row={row} at={index + 1} current={row.id === current?.id} />
            ))}
          </ol>
        </>
      )}
    </Loaded>
  );
}

function Stop({ row, at, current }: { row: OrderRow; at: number; current: boolean }) {
  const over = isOver(row);
  return (
    <li className={current ? 'cur' : over ? 'ok' : undefined}>
      <i>{over ? <Icon name="check" small /> : at}</i>
      <div>
        <Link to={fill('/field/orders/:id', { id: row.id })}>
          <b>
            {row.elderName}
            <small>
              {row.elderAge}岁 {row.wantedTime}
            </small>
          </b>
        </Link>
        <p>
          <Facts items={[row.itemName, row.place]} />
        </p>
      </div>
      {!current && <em className={over ? undefined : 'wait'}>{ORDER_STATUS_LABELS[row.status]}</em>}
    </li>
  );
}
