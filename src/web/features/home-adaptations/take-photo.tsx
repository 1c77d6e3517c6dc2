import { addAdaptationPhoto } from '#contracts/home-adaptations.ts';
import { useWrite } from '../../api.ts';
import { ErrorState, Note } from '../../ui/states.tsx';

/** Sent one by one as they are taken, so that a lost network costs one photo and not the record. */
export function TakePhoto({ id, count, withheld }: { id: string; count: number; withheld: string | null }) {
  const upload = useWrite(addAdaptationPhoto);
  if (withheld) return <Note title="这位老人不同意拍照">{withheld}。不交照片也能办，请把情况写清楚。</Note>;
  return (
    <div className="row-flex">
      <label className="btn">
        {upload.isPending ? '正在传照片……' : '加照片'}
        <input
          type="file"
          className="visually-hidden"
          accept="image/jpeg,image/png"
          capture="environment"
          onChange={event => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) upload.mutate({ params: { id }, file } as never);
          }}
        />
      </label>
      <span className="sm soft" role="status">
        {count > 0 ? `已传${count}张` : '至少交一张'}
      </span>
      {upload.error && <ErrorState error={upload.error} kept="已填的内容还在" />}
    </div>
  );
}
