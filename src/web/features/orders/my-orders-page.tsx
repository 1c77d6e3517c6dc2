import { Link } from 'react-router';
import { listOrders, type OrderRow } from '#contracts/orders.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { MINE_WORDS } from './words.ts';

/** 我的服务: what comes, what waits for a nod, what was done. */
export default function MyOrdersPage() {
  const orders = usePagesOf(listOrders, { query: { limit: 20 } });
  return (
    <>
      <h1>我的服务</h1>
      {orders.error ? (
        <ErrorState error={orders.error} retry={orders.retry} />
      ) : orders.rows ? (
        <Rows rows={orders.rows} />
      ) : (
        <Skeleton />
      )}
      {orders.hasMore && (
        <Button wide busy={orders.loadingMore} onClick={orders.loadMore}>
          再看早一些的
        </Button>
      )}
      <p className="elder-note">
        <LinkButton wide look="go" to="/elder/orders/new">
          约一次服务
        </LinkButton>
      </p>
    </>
  );
}

function Rows({ rows }: { rows: readonly OrderRow[] }) {
  const today = useBusinessDate();
  if (rows.length === 0) return <p className="elder-note">还没有约过服务。</p>;
  return rows.map(row => (
    <Link key={row.id} className="elder-row" to={fill('/elder/orders/:id', { id: row.id })}>
      <span>
        <b>
          {row.wantedOn === today ? '今天' : dateWords(row.wantedOn, today)} {row.itemName}
        </b>
        <em>
          {MINE_WORDS[row.status]}
          {row.caregiverName && `，${row.caregiverName}`}
        </em>
      </span>
      <Icon name="right" />
    </Link>
  ));
}
