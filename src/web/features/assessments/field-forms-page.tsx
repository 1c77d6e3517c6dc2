import { useParams, useSearchParams } from 'react-router';
import { readAssignment } from '#contracts/assessments/endpoints.ts';
import { listFillings, listForms, readForm } from '#contracts/assessments/fillings.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { TextLink } from '../../ui/button.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { FillForm } from './fill-form.tsx';
import { resultWords } from './outcome-list.tsx';
import './assessments.css';

/** At the door: other questionnaires for the elder of one's own sheet, in large type. */
export default function FieldFormsPage() {
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const form = params.get('form');
  const sheet = useQueryOf(readAssignment, { params: { id } });
  return (
    <Loaded whole of={sheet}>
      {data => (
        <>
          <header className="field-head">
            <h1>{data.elderName}的其他量表</h1>
            <p>
              <TextLink small to={fill('/field/assessments/:id', { id })}>
                回到能力评估表
              </TextLink>
            </p>
          </header>
          {form ? (
            <One form={form} elderId={data.elderId} done={() => setParams({})} />
          ) : (
            <Choices id={id} elderId={data.elderId} />
          )}
        </>
      )}
    </Loaded>
  );
}

function One({ form, elderId, done }: { form: string; elderId: string; done: () => void }) {
  const answer = useQueryOf(readForm, { params: { form } });
  return (
    <Loaded of={answer}>
      {loaded => (
        <>
          <h2 className="field-pad">{loaded.titleZh}</h2>
          <FillForm large form={loaded} elderId={elderId} done={done} />
        </>
      )}
    </Loaded>
  );
}

function Choices({ id, elderId }: { id: string; elderId: string }) {
  const forms = useQueryOf(listForms, {});
  const filled = useQueryOf(listFillings, { query: { elderId } });
  return (
    <Loaded of={forms}>
      {({ rows }) => (
        <div className="field-pad stack">
          {filled.data?.rows.map(row => (
            <Note key={row.id} tone="ok" title={`${row.titleZh}已记下`}>
              {row.result && `${resultWords(row.result)}，`}
              {row.filledOn}
            </Note>
          ))}
          <ul className="stack">
            {rows
              .filter(row => row.use === 'record')
              .map(row => (
                <li key={row.id}>
                  <TextLink to={`${fill('/field/assessments/:id/forms', { id })}?form=${row.id}`}>
                    {row.titleZh}
                  </TextLink>
                </li>
              ))}
          </ul>
        </div>
      )}
    </Loaded>
  );
}
