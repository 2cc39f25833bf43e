import { gid } from '../gid';

function companyNode(id: string, name: string) {
  return { __typename: 'Company', id: gid('Company', id), name };
}

/** The buyer of a B2B order. */
export function purchasingCompanyNode(orderId: string, name: string) {
  return {
    __typename: 'PurchasingCompany',
    company: companyNode(orderId, name),
    contact: null,
    location: { __typename: 'CompanyLocation', id: gid('CompanyLocation', orderId), name },
  };
}

/** The companies that a customer buys for. */
export function companyContactNodes(customerId: string, companyName: string | null): ReadonlyArray<object> {
  if (companyName === null) return [];
  return [
    {
      __typename: 'CompanyContact',
      id: gid('CompanyContact', customerId),
      isMainContact: true,
      title: null,
      company: companyNode(customerId, companyName),
    },
  ];
}
