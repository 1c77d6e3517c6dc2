import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';

export default function NoAccessPage() {
  return (
    <div className="lone">
      <PageHeader title="没有权限" />
      <EmptyState title="这条记录不在您现在岗位的范围" acts={<LinkButton to="/desk">回到今天要办的</LinkButton>}>
        要跨辖区协同，请从“找人”向对方街道发起，理由和经过都会留痕；要换岗位，请用左上角的“换岗位”。
      </EmptyState>
    </div>
  );
}
