import { sandboxPeople } from '@gongji/contract';

/** What the sandbox lists, held to the contract. */
export const people = sandboxPeople.parse({
  notice: '演示',
  people: [
    {
      key: 'chen-jianguo',
      family: '陈家',
      story: '为母亲代缴',
      name: '陈建国',
      openid: 'o-1',
      certificateKind: 'resident-id',
      certificateNumber: '11010519491231002X',
      regionCode: '440300',
      scheme: 'employee',
      insuranceState: 'normal',
      groups: [],
      birthDate: '1985-03-04',
      account: null,
    },
  ],
});
