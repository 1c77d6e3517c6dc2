import { useNavigate } from 'react-router';
import { CONFIDENCE_LABELS, type Confidence, isSure } from '#contracts/confidence.ts';
import { applyForAdaptation, beginAdaptation } from '#contracts/home-adaptations.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useRole } from '../../session.ts';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';

/** What is known is listed and not asked again; only the wish is typed. */
export function ApplyForm({ elderId, large = false }: { elderId: string; large?: boolean }) {
  const found = useQueryOf(beginAdaptation, { query: { elderId } });
  const write = useWrite(applyForAdaptation);
  const navigate = useNavigate();
  const role = useRole();
  const portal = role === 'elder' || role === 'family' ? 'elder' : 'desk';
  return (
    <Loaded of={found}>
      {data => (
        <div className="stack">
          <section>
            <SectionHead title="已经知道的" note="随申请一起交，不用再填；不对的请社区更正档案" />
            <FactList items={data.known.map(one => [one.label, `${one.value}（${one.source}）`] as const)} />
          </section>
          <section>
            <SectionHead title="本区的补贴标准" note="补贴范围由区里核定；超出补贴的自己付" />
            <ul data-rule>
              {data.standard.map(one => (
                <li key={one.label}>
                  {one.label}：{one.value}
                  {isSure(one.confidence as Confidence)
                    ? `（${one.basis}）`
                    : `（${CONFIDENCE_LABELS[one.confidence as Confidence]}，区里没有另定）`}
                </li>
              ))}
            </ul>
          </section>
          {!data.allowed && (
            <ul className="stack">
              {data.conditions
                .filter(one => !one.passed)
                .map(one => (
                  <li key={one.sentence}>
                    <Chip tone="over">现在不能申请</Chip> {one.sentence}
                  </li>
                ))}
            </ul>
          )}
          {data.allowed && (
            <Form
              initial={{ elderId, wish: '' }}
              checks={applyForAdaptation.body}
              label="提交申请"
              large={large}
              wide={large}
              draft={`adaptations.apply.${elderId}`}
              submit={async (body: { elderId: string; wish: string }) => {
                const made = await write.mutateAsync({ body });
                await navigate(fill(`/${portal}/adaptations/:id`, { id: made.id }));
              }}
            >
              <TextArea
                name="wish"
                label="哪里不方便，想改什么"
                rows={3}
                optional
                hint="比如：卫生间没有扶手，起身困难"
              />
            </Form>
          )}
        </div>
      )}
    </Loaded>
  );
}
