import { Link } from 'react-router';
import { readMyVouchers } from '#contracts/vouchers.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { itemsWords } from './voucher-words.ts';

/** On the elder's home: what can be spent; nothing is drawn where there is no voucher, or the elder did not agree. */
export default function MyVouchersPanel() {
  const answer = useQueryOf(readMyVouchers, {});
  if (answer.error?.body.code === 'consents.family-withheld') return null;
  if (answer.error) return <ErrorState error={answer.error} retry={() => void answer.refetch()} />;
  if (!answer.data || answer.data.balanceFen === 0) return null;
  const { balanceFen, vouchers } = answer.data;
  const items = vouchers.filter(one => one.state === 'usable').flatMap(one => one.items);
  const named = [...new Map(items.map(item => [item.code, item])).values()];
  return (
    <Link className="elder-row" to="/elder/vouchers">
      <span>
        <b>服务券还有{fenToYuanText(balanceFen)}元</b>
        <em>可以买{itemsWords(named)}</em>
      </span>
      <Icon name="right" />
    </Link>
  );
}
