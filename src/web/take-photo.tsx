import type { ComponentProps } from 'react';
import { FileButton, PHOTOS } from './ui/file-button.tsx';
import { ErrorState, Note } from './ui/states.tsx';

type TakePhotoProps = {
  upload: { isPending: boolean; error: ComponentProps<typeof ErrorState>['error'] | null };
  send: (file: File) => void;
  count: number;
  withheld: string | null;
  /** Said while there is none. */
  none?: string;
};

/** Sent one by one as they are taken, so that a lost network costs one photo and not the record. */
export function TakePhoto({ upload, send, count, withheld, none = '至少交一张' }: TakePhotoProps) {
  if (withheld) return <Note title="这位老人不同意拍照">{withheld}。不交照片也能办，请把情况写清楚。</Note>;
  return (
    <div className="row-flex">
      <FileButton
        label="加照片"
        busy={upload.isPending && '正在传照片……'}
        accept={PHOTOS}
        camera
        take={([file]) => send(file)}
      />
      <span className="sm soft" role="status">
        {count > 0 ? `已传${count}张` : none}
      </span>
      {upload.error && <ErrorState error={upload.error} kept="已填的内容还在" />}
    </div>
  );
}
