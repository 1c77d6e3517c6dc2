import { Link } from 'react-router';
import { listOrders, type OrderRow } from '#contracts/orders.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Loaded } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';

/** On the elder's home: who comes today; what waits for a nod is listed above it by the work panel. */
export default function MyDayPanel() {
  const today = useBusinessDate();
  const coming = useQueryOf(listOrders, { query: { wantedFrom: today, wantedTo: today } }, { enabled: today !== '' });
  return (
    <Loaded of={coming}>
      {({ rows }) => {
        const open = rows.filter(row => ['submitted', 'dispatched', 'accepted', 'started'].includes(row.status));
        return (
          <section>
            <h2>{open.length === 0 ? '今天没有人上门' : `今天${countWords(open.length)}件事`}</h2>
            <ul className="elder-list">
              {open.map(row => (
                <Coming key={row.id} row={row} />
              ))}
            </ul>
          </section>
        );
      }}
    </Loaded>
  );
}

function Coming({ row }: { row: OrderRow }) {
  return (
    <li>
      <span className="tm">{row.wantedTime ?? '今天'}</span>
      <Link to={fill('/elder/orders/:id', { id: row.id })}>
        <b>{row.caregiverName ? `${row.caregiverName}来${row.itemName}` : row.itemName}</b>
        <p>{row.status === 'started' ? '正在服务' : (row.providerName ?? '正在找护理员')}</p>
      </Link>
    </li>
  );
}
