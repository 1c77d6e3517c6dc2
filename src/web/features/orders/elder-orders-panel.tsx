import './orders.css';
import { useParams } from 'react-router';
import { ORDER_STATUS_LABELS } from '#contracts/order-lifecycle.ts';
import { listOrders } from '#contracts/orders.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { statusTone } from './words.ts';

const MAY_ORDER = ['community', 'street', 'centre'];

/** On a person's record: the last services and a way to order one. */
export default function ElderOrdersPanel() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const role = useRole();
  const orders = useQueryOf(listOrders, { query: { elderId: id, limit: 5 } });
  return (
    <section>
      <Loaded of={orders}>
        {({ rows, total }) => (
          <>
            <SectionHead title="上门服务" note={total ? `共${total}单` : undefined}>
              {total !== null && total > rows.length && (
                <TextLink small to={`/desk/orders?elderId=${id}`}>
                  全部{total}单
                </TextLink>
              )}
            </SectionHead>
            {rows.length === 0 && <p className="sm mute">还没有下过服务单。</p>}
            <ul className="candidates">
              {rows.map(row => (
                <li key={row.id}>
                  <TextLink to={fill('/desk/orders/:id', { id: row.id })}>
                    {dateWords(row.wantedOn, today)} {row.itemName}
                    {row.caregiverName && `，${row.caregiverName}`}
                  </TextLink>
                  <Chip tone={statusTone(row.status)}>{ORDER_STATUS_LABELS[row.status]}</Chip>
                </li>
              ))}
            </ul>
            {MAY_ORDER.includes(role) && (
              <LinkButton size="sm" icon="plus" to={`/desk/orders/new?elderId=${id}`}>
                下服务单
              </LinkButton>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
