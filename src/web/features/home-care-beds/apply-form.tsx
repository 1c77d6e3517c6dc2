import { useNavigate } from 'react-router';
import { applyForBed, checkEligibility } from '#contracts/home-care-beds.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useRole } from '../../session.ts';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { Conditions } from './conditions.tsx';

/** Every condition first, passed or not, then the wish; in large type in the elder portal. */
export function ApplyForm({ elderId, large = false }: { elderId: string; large?: boolean }) {
  const found = useQueryOf(checkEligibility, { query: { elderId } });
  const write = useWrite(applyForBed);
  const navigate = useNavigate();
  const role = useRole();
  const portal = role === 'elder' || role === 'family' ? 'elder' : 'desk';
  return (
    <Loaded of={found}>
      {eligibility => (
        <div className="stack">
          <section>
            <SectionHead
              title={eligibility.eligible ? '现在看，符合条件' : '现在看，还不符合条件'}
              note="以街道核验为准；条件不够也可以先申请，补齐后再核验"
            />
            <Conditions reasons={eligibility.reasons} />
          </section>
          <Form
            initial={{ elderId, wish: '' }}
            checks={applyForBed.body}
            label="提交申请"
            large={large}
            wide={large}
            draft={`beds.apply.${elderId}`}
            submit={async (body: { elderId: string; wish: string }) => {
              const made = await write.mutateAsync({ body });
              await navigate(fill(`/${portal}/beds/:id`, { id: made.id }));
            }}
          >
            <TextArea name="wish" label="老人和家属的想法" rows={3} optional hint="比如：最需要助浴和夜里有人应" />
          </Form>
        </div>
      )}
    </Loaded>
  );
}
