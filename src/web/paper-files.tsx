import type { ComponentProps } from 'react';
import { ErrorState } from './ui/states.tsx';

type Props = {
  files: readonly { id: string; name: string }[];
  hrefOf: (fileId: string) => string;
  /** Left out where nothing may be added. */
  add?: {
    label: string;
    send: (file: File) => void;
    isPending: boolean;
    error: ComponentProps<typeof ErrorState>['error'] | null;
  };
  none: string;
};

/** Papers of a record: opened by a click, one more by the button. */
export function PaperFiles({ files, hrefOf, add, none }: Props) {
  return (
    <>
      {files.length === 0 && <p className="sm mute">{none}</p>}
      <ul className="row-flex">
        {files.map(file => (
          <li key={file.id}>
            <a className="link" href={hrefOf(file.id)} download>
              {file.name}
            </a>
          </li>
        ))}
      </ul>
      {add && (
        <label className="btn sm">
          {add.isPending ? '正在传……' : add.label}
          <input
            type="file"
            className="visually-hidden"
            accept="image/png,image/jpeg,application/pdf,.docx,.txt"
            onChange={event => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) add.send(file);
            }}
          />
        </label>
      )}
      {add?.error && <ErrorState error={add.error} kept="以前交的都在" />}
    </>
  );
}
