import { useSearchParams } from 'react-router';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ApplyForm } from './apply-form.tsx';

/** 代办: the application for one elder. */
export default function ApplyPage() {
  const [params] = useSearchParams();
  const elderId = params.get('elderId') ?? '';
  const name = params.get('name');
  return (
    <div className="stack">
      <PageHeader
        title={name ? `替${name}申请适老化改造` : '申请适老化改造'}
        trail={[{ title: '适老化改造', to: '/desk/adaptations' }]}
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
          从“找人”打开一位老人的档案，再点“申请适老化改造”。
        </EmptyState>
      )}
    </div>
  );
}
