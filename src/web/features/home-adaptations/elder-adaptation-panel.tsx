import { useParams } from 'react-router';
import { ADAPTATION_STATUS_LABELS } from '#contracts/home-adaptation-lifecycle.ts';
import { listAdaptations } from '#contracts/home-adaptations.ts';
import { useQueryOf } from '../../api.ts';
import { useDiedOn } from '../../died-on.ts';
import { fill } from '../../paths.ts';
import { useRole } from '../../session.ts';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';

/** On a person's record: how far the adaptation is, or the way to apply. */
export default function ElderAdaptationPanel() {
  const { id = '' } = useParams();
  const role = useRole();
  const answer = useQueryOf(listAdaptations, { query: { elderId: id, limit: 1 } });
  const alive = useDiedOn(id) === null;
  const mayApply = alive && (role === 'community' || role === 'street');
  return (
    <Loaded of={answer} rows={1}>
      {({ rows: [row] }) => {
        const over = !row || row.status === 'settled' || row.status === 'rejected' || row.status === 'ended';
        if (!row && !mayApply) return null;
        return (
          <section>
            <SectionHead title="适老化改造" note={row ? ADAPTATION_STATUS_LABELS[row.status] : '还没有申请'}>
              {row && (
                <TextLink small to={fill('/desk/adaptations/:id', { id: row.id })}>
                  打开改造
                </TextLink>
              )}
              {over && mayApply && (
                <LinkButton size="sm" to={`/desk/adaptations/new?elderId=${id}`}>
                  申请适老化改造
                </LinkButton>
              )}
            </SectionHead>
          </section>
        );
      }}
    </Loaded>
  );
}
