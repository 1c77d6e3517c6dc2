import type { ComponentProps } from 'react';
import { FileButton, PAPERS } from './ui/file-button.tsx';
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
        <FileButton
          size="sm"
          label={add.label}
          busy={add.isPending && '正在传……'}
          accept={`${PAPERS},.docx,.txt`}
          take={([file]) => add.send(file)}
        />
      )}
      {add?.error && <ErrorState error={add.error} kept="以前交的都在" />}
    </>
  );
}
