import { useState } from 'react';
import { useParams } from 'react-router';
import { listServiceItems } from '#contracts/catalogue.ts';
import { listNeeds, surveyNeed } from '#contracts/needs.ts';
import { FOUND_NEED_LABELS, FOUND_NEEDS, type FoundNeed } from '#contracts/visits.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useSession } from '../../session.ts';
import { TextButton, TextLink } from '../../ui/button.tsx';
import { Tick } from '../../ui/choices.tsx';
import { Select, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { NeedChip, needTitle } from './need-step.tsx';

const FEW = 4;

/** On a person's record: what is needed and what became of it; a surveyed need is entered here. */
export default function PersonPanel() {
  const { id = '' } = useParams();
  const [adding, setAdding] = useState(false);
  const { role } = useSession().currentPost;
  const answer = useQueryOf(listNeeds, { query: { elderId: id } });
  const mayAdd = role === 'community' || role === 'street';
  return (
    <section>
      <SectionHead title="服务需求">
        {mayAdd && <TextButton onClick={() => setAdding(true)}>登记一项需求</TextButton>}
      </SectionHead>
      <Loaded of={answer} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="sm mute">没有登记过服务需求。</p>
          ) : (
            <>
              <ul className="sm">
                {rows.slice(0, FEW).map(need => (
                  <li key={need.id}>
                    {needTitle(need)} <NeedChip need={need} />
                    {need.note && <span className="row-note">{need.note}</span>}
                  </li>
                ))}
              </ul>
              <TextLink small to={`/desk/needs?elderId=${id}`}>
                去办理
              </TextLink>
            </>
          )
        }
      </Loaded>
      <Dialog title="登记一项服务需求" open={adding} close={() => setAdding(false)}>
        <Survey elderId={id} done={() => setAdding(false)} />
      </Dialog>
    </section>
  );
}

type Values = { kind?: FoundNeed; itemCode?: string; text?: string; urgent?: boolean };

function Survey({ elderId, done }: { elderId: string; done: () => void }) {
  const write = useWrite(surveyNeed);
  const items = useQueryOf(listServiceItems, {});
  return (
    <Form
      initial={{ elderId, urgent: false }}
      checks={surveyNeed.body}
      label="登记需求"
      look="ok"
      done={done}
      submit={({ itemCode, text, ...rest }: Values) =>
        write.mutateAsync({ body: { ...rest, ...(itemCode && { itemCode }), ...(text && { text }) } as never })
      }
    >
      <Select
        name="kind"
        label="需要什么"
        options={FOUND_NEEDS.map(value => ({ value, label: FOUND_NEED_LABELS[value] }))}
      />
      <Select
        name="itemCode"
        label="合适的服务项目"
        optional
        options={(items.data?.rows ?? []).map(item => ({ value: item.code, label: item.name }))}
        hint="有合适的选上，下单时直接带过去"
      />
      <TextArea name="text" label="具体情况" rows={2} optional />
      <Tick name="urgent" label="急" />
    </Form>
  );
}
