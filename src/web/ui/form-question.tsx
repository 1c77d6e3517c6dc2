import { type ReactNode, useId } from 'react';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import type { FormQuestion } from '#contracts/forms/definition.ts';
import { Chip } from './marks.tsx';

type QuestionProps = {
  question: FormQuestion;
  value: unknown;
  said: { name: string; value: unknown } | null;
  problem: string | undefined;
  set: (value: unknown) => void;
};

/** One question that does not score by itself, with the control of its kind. */
export function Question(props: QuestionProps) {
  const { question, value, said, problem } = props;
  const differs = said && wordsOf(question, said.value) !== wordsOf(question, value);
  const say = problem ?? (differs ? `${said.name}填的是“${wordsOf(question, said.value)}”` : null);
  const Control = CONTROLS[question.kind];
  return (
    <Control {...props}>
      {question.hint && <p className="sm soft">{question.hint}</p>}
      {say && <p className={problem ? 'miss' : 'peer'}>{say}</p>}
    </Control>
  );
}

const LEAST = { flag: false, count: 0, codes: [], choice: undefined, text: '' } as const;

function wordsOf(question: FormQuestion, given: unknown): string {
  const value = given ?? LEAST[question.kind];
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.join('，') || '没有';
  return question.choices.find(each => each.value === value)?.label ?? String(value ?? '');
}

type ControlProps = QuestionProps & { children: ReactNode };

function Title({ question }: { question: FormQuestion }) {
  const { confidence } = question;
  return (
    <>
      {question.nameZh}
      {!question.required && question.kind !== 'flag' && question.kind !== 'count' && <small>可不填</small>}
      {confidence && !isSure(confidence) && <Chip tone="doubt">{CONFIDENCE_LABELS[confidence]}</Chip>}
    </>
  );
}

function Flag({ question, value, problem, set, children }: ControlProps) {
  return (
    <fieldset className="sheet-item">
      <legend className="visually-hidden">{question.nameZh}</legend>
      <label className="opt wide">
        <input
          type="checkbox"
          checked={value === true}
          aria-invalid={problem ? true : undefined}
          onChange={event => set(event.target.checked)}
        />
        <span>
          <Title question={question} />
        </span>
      </label>
      {children}
    </fieldset>
  );
}

function Choice({ question, value, problem, set, children }: ControlProps) {
  const id = useId();
  return (
    <fieldset className="sheet-item">
      <legend>
        <Title question={question} />
      </legend>
      <div className="sheet-opts">
        {question.choices.map(choice => (
          <label key={choice.value} className="opt wide">
            <input
              type="radio"
              name={`${id}-${question.key}`}
              checked={value === choice.value}
              aria-invalid={problem ? true : undefined}
              onChange={() => set(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}

function Typed({ question, value, problem, set, children }: ControlProps) {
  const id = useId();
  const common = { id, className: 'in', 'aria-invalid': problem ? (true as const) : undefined };
  return (
    <div className="sheet-item">
      <label className="ask" htmlFor={id}>
        <Title question={question} />
      </label>
      {question.kind === 'count' && (
        <input
          {...common}
          style={{ width: 120 }}
          type="number"
          inputMode="numeric"
          min={0}
          max={question.max ?? 99}
          value={typeof value === 'number' ? value : 0}
          onChange={event => set(Math.max(0, Math.floor(Number(event.target.value) || 0)))}
        />
      )}
      {question.kind === 'codes' && (
        <input
          {...common}
          placeholder="F03，多个用逗号分开；没有就空着"
          defaultValue={Array.isArray(value) ? value.join('，') : ''}
          onChange={event => set(event.target.value.split(/[，,、\s]+/).filter(Boolean))}
        />
      )}
      {question.kind === 'text' && (
        <input
          {...common}
          maxLength={500}
          value={typeof value === 'string' ? value : ''}
          onChange={event => set(event.target.value)}
        />
      )}
      {children}
    </div>
  );
}

const CONTROLS = { flag: Flag, choice: Choice, count: Typed, codes: Typed, text: Typed } as const;
