import { useSearchParams } from 'react-router';
import { fill } from '../../paths.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { OrderForm } from './order-form.tsx';

/** 替老人下单: opened from a person's record with `?elderId=&name=`, from a need on the list also with `&need=&item=`. */
export default function NewOrderPage() {
  const [params] = useSearchParams();
  const elderId = params.get('elderId') ?? '';
  const name = params.get('name');
  return (
    <div className="stack">
      <PageHeader title={name ? `替${name}下服务单` : '下服务单'} trail={[{ title: '派服务', to: '/desk/orders' }]} />
      {elderId ? (
        <OrderForm
          elderId={elderId}
          asked={{ needId: params.get('need'), itemCode: params.get('item') ?? '' }}
          opens={id => fill('/desk/orders/:id', { id })}
        />
      ) : (
        <EmptyState
          icon="person"
          title="先找到老人"
          acts={
            <LinkButton look="go" to="/desk/elders">
              去找人
            </LinkButton>
          }
        >
          从“找人”打开一位老人的档案，再点“下服务单”。
        </EmptyState>
      )}
    </div>
  );
}
