/** Licences of the lists, in the words shown to users. */
export const publicDomainUs = 'Public domain in the United States (17 U.S.C. 105)';
export const openGovernmentUk = 'Open Government Licence v3.0';
export const reuseEu = 'Reuse allowed with attribution (Commission Decision 2011/833/EU)';
export const checkPublisher =
  'Published for compliance use; check the publisher’s terms before redistribution';
export const testInputOnly =
  'Facts of the official list, extracted by a third party that states no licence: for tests, not for release';
