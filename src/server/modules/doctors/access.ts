import { OFFICIALS } from '#contracts/roles.ts';
import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const ownPatients = allow('家庭医生看跟自己签约的老年人、记随访', ['doctor']);
export const seeDoctor = ifElderAgrees(
  'family-view',
  allow('本辖区民政人员、签约的医生、老年人本人和家属看家庭医生和随访', [...OFFICIALS, 'doctor', 'elder', 'family']),
);
export const signForElder = allow('社区、街道代老年人签约家庭医生', ['community', 'street']);
