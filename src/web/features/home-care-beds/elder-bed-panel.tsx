import { useParams } from 'react-router';
import { getBed, listBeds } from '#contracts/home-care-beds.ts';
import { useQueryOf } from '../../api.ts';
import { useDiedOn } from '../../died-on.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Stepper } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { stepViews } from './step-views.ts';

/** On a person's record: the bed as eight dots, or the way to apply. */
export default function ElderBedPanel() {
  const { id = '' } = useParams();
  const role = useRole();
  const beds = useQueryOf(listBeds, { query: { elderId: id, limit: 1 } });
  const alive = useDiedOn(id) === null;
  const mayApply = alive && (role === 'community' || role === 'street');
  return (
    <Loaded of={beds} rows={1}>
      {({ rows: [bed] }) => {
        const over = bed?.status === 'ended' || bed?.status === 'rejected';
        if (bed && !over) return <Life id={bed.id} />;
        if (!mayApply) return null;
        return (
          <section>
            <SectionHead title="家庭养老床位" note={bed ? '上一张已办结' : '还没有申请'}>
              <LinkButton size="sm" icon="bed" to={`/desk/beds/new?elderId=${id}`}>
                申请家庭养老床位
              </LinkButton>
            </SectionHead>
          </section>
        );
      }}
    </Loaded>
  );
}

function Life({ id }: { id: string }) {
  const today = useBusinessDate();
  const answer = useQueryOf(getBed, { params: { id } });
  return (
    <Loaded of={answer} rows={1}>
      {bed => (
        <section>
          <SectionHead
            title="家庭养老床位"
            note={[bed.built && '已验收，计入建成数', bed.devices.join('、')].filter(Boolean).join('，')}
          >
            <TextLink small to={fill('/desk/beds/:id', { id })}>
              打开床位
            </TextLink>
          </SectionHead>
          <Stepper label="床位进度" steps={stepViews(bed, today)} />
        </section>
      )}
    </Loaded>
  );
}
