import { useSearchParams } from 'react-router';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ApplyForm } from './apply-form.tsx';
import './beds.css';

/** Application for one elder: every condition first, passed or not; the street decides. */
export default function ApplyPage() {
  const [params] = useSearchParams();
  const elderId = params.get('elderId') ?? '';
  const name = params.get('name');
  return (
    <div className="stack">
      <PageHeader
        title={name ? `替${name}申请家庭养老床位` : '申请家庭养老床位'}
        trail={[{ title: '家庭养老床位', to: '/desk/beds' }]}
      />
      {elderId ? (
        <ApplyForm elderId={elderId} />
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
          从“找人”打开一位老人的档案，再点“申请家庭养老床位”。
        </EmptyState>
      )}
    </div>
  );
}
