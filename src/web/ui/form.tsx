import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button, TextButton } from './button.tsx';
import {
  type Checks,
  controlId,
  type FieldErrors,
  FormContext,
  type FormValues,
  issuesToErrors,
  useDraft,
  useOtherTab,
} from './form-state.ts';
import { ErrorState, type ErrorWords, Note } from './states.tsx';
import { instantWords } from './words.ts';

type Failure = { body: ErrorWords & { fields?: FieldErrors } };

type FormProps = {
  initial: FormValues;
  /** `endpoint.body`; checked before sending, sentences beside the fields. */
  checks?: Checks;
  /** Where the draft is kept in this tab; leave out for logins and one-field forms. */
  draft?: string;
  /** Names never kept in a draft. */
  secret?: readonly string[];
  submit: (values: never) => Promise<unknown>;
  done?: () => void;
  label: string;
  look?: 'go' | 'ok';
  wide?: boolean;
  large?: boolean;
  columns?: 1 | 2;
  /** Buttons beside the submit button. */
  acts?: ReactNode;
  children: ReactNode;
};

const NO_SECRETS: readonly string[] = [];

/** A form whose errors stand beside the fields; after a failed attempt the summary leads to the first one. */
export function Form({ secret = NO_SECRETS, ...props }: FormProps) {
  const draft = useDraft(props.initial, props.draft, secret);
  const otherTab = useOtherTab(props.draft);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const labels = useRef(new Map<string, string>());
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);

  const fail = (found: FieldErrors, why: Failure | null) => {
    setErrors(found);
    setFailure(why);
    setAttempts(n => n + 1);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const checked = props.checks?.safeParse(draft.values);
    if (checked && !checked.success) return fail(issuesToErrors(checked.error.issues), null);
    setBusy(true);
    try {
      await props.submit(draft.values as never);
      draft.drop(false);
      setErrors({});
      setFailure(null);
      props.done?.();
    } catch (error) {
      const why = error as Failure;
      if (!why.body) throw error;
      fail(why.body.fields ?? {}, why);
    } finally {
      setBusy(false);
    }
  };

  const set = (name: string, value: unknown) => {
    draft.set(name, value);
    if (errors[name]) setErrors(({ [name]: _, ...rest }) => rest);
  };

  return (
    <FormContext value={{ id, values: draft.values, errors, labels: labels.current, set }}>
      <form ref={form} className={props.columns === 2 ? 'form two' : 'form'} noValidate onSubmit={submit}>
        {otherTab && (
          <div className="full">
            <Note tone="warn" title="这张表在另一个标签页里也开着">
              请只在一处提交，免得两处填的互相盖掉。
            </Note>
          </div>
        )}
        {draft.restoredAt && (
          <p className="full sm soft">
            已放回{instantWords(draft.restoredAt)}没提交的草稿。
            <TextButton onClick={() => draft.drop(true)}>不要草稿，重新填</TextButton>
          </p>
        )}
        <ErrorSummary id={id} errors={errors} labels={labels.current} />
        {props.children}
        {failure && Object.keys(errors).length === 0 && (
          <div className="full">
            <ErrorState error={failure} kept="您填的内容都还在" />
          </div>
        )}
        <div className="form-acts full">
          <Button
            type="submit"
            look={props.look ?? 'go'}
            busy={busy}
            {...(props.large && { size: 'lg' })}
            wide={props.wide ?? false}
          >
            {props.label}
          </Button>
          {props.acts}
        </div>
      </form>
    </FormContext>
  );
}

function ErrorSummary({ id, errors, labels }: { id: string; errors: FieldErrors; labels: Map<string, string> }) {
  const names = Object.keys(errors);
  if (names.length === 0) return null;
  const loose = names.filter(name => !labels.has(name));
  if (names.length === 1 && loose.length === 0) return null;
  return (
    <div className="note err full" role="alert">
      <b>有{names.length}处要改</b>
      <ul>
        {names.map(name => (
          <li key={name}>
            {loose.includes(name) ? (
              errors[name]
            ) : (
              <a className="link sm" href={`#${controlId(id, name)}`}>
                {labels.get(name)}：{errors[name]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
