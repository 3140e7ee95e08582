/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from './schema.generated';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AllFiguresFragment = { disclosure: { regulations: { newlyMade: number | null, newlyDisclosed: number | null, totalDisclosed: number | null, issued: number | null, repealed: number | null, inForce: number | null }, normativeDocuments: { newlyMade: number | null, newlyDisclosed: number | null, totalDisclosed: number | null, issued: number | null, repealed: number | null, inForce: number | null }, licensing: { itemsLastYear: number | null, change: number | null, decisions: number | null }, otherManagementServices: { itemsLastYear: number | null, change: number | null, decisions: number | null }, penalties: { itemsLastYear: number | null, change: number | null, decisions: number | null }, coercion: { itemsLastYear: number | null, change: number | null, decisions: number | null }, fees: { itemsLastYear: number | null, change: number | null, amount: string | null }, procurement: { items: number | null, amount: string | null } }, applications: { received: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, carriedOverFromLastYear: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, results: { disclosed: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, partiallyDisclosed: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, notDisclosed: { stateSecret: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, prohibitedByLaw: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, securityAndStability: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, thirdPartyRights: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, internalAffairs: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, processInformation: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, enforcementCaseFile: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, administrativeInquiry: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, subtotal: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null } }, unableToProvide: { notHeld: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, needsCreation: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, stillUnclear: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, subtotal: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null } }, notProcessed: { petitionOrComplaint: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, repeated: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, publicationRequested: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, unreasonablyFrequent: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, confirmationRequested: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, subtotal: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null } }, otherHandling: { notCorrectedInTime: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, feeNotPaid: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, other: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null }, subtotal: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null } }, total: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null } }, carriedOverToNextYear: { naturalPerson: number | null, business: number | null, researchInstitution: number | null, publicWelfareOrganization: number | null, legalServiceAgency: number | null, other: number | null, total: number | null } }, reviews: { upheld: number | null, corrected: number | null, otherOutcome: number | null, pending: number | null, total: number | null }, lawsuits: { direct: { upheld: number | null, corrected: number | null, otherOutcome: number | null, pending: number | null, total: number | null }, afterReview: { upheld: number | null, corrected: number | null, otherOutcome: number | null, pending: number | null, total: number | null }, subtotal: { upheld: number | null, corrected: number | null, otherOutcome: number | null, pending: number | null, total: number | null } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AllFiguresFragmentDoc = new TypedDocumentString(`
    fragment AllFigures on Figures {
  disclosure {
    regulations {
      newlyMade
      newlyDisclosed
      totalDisclosed
      issued
      repealed
      inForce
    }
    normativeDocuments {
      newlyMade
      newlyDisclosed
      totalDisclosed
      issued
      repealed
      inForce
    }
    licensing {
      itemsLastYear
      change
      decisions
    }
    otherManagementServices {
      itemsLastYear
      change
      decisions
    }
    penalties {
      itemsLastYear
      change
      decisions
    }
    coercion {
      itemsLastYear
      change
      decisions
    }
    fees {
      itemsLastYear
      change
      amount
    }
    procurement {
      items
      amount
    }
  }
  applications {
    received {
      naturalPerson
      business
      researchInstitution
      publicWelfareOrganization
      legalServiceAgency
      other
      total
    }
    carriedOverFromLastYear {
      naturalPerson
      business
      researchInstitution
      publicWelfareOrganization
      legalServiceAgency
      other
      total
    }
    results {
      disclosed {
        naturalPerson
        business
        researchInstitution
        publicWelfareOrganization
        legalServiceAgency
        other
        total
      }
      partiallyDisclosed {
        naturalPerson
        business
        researchInstitution
        publicWelfareOrganization
        legalServiceAgency
        other
        total
      }
      notDisclosed {
        stateSecret {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        prohibitedByLaw {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        securityAndStability {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        thirdPartyRights {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        internalAffairs {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        processInformation {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        enforcementCaseFile {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        administrativeInquiry {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        subtotal {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
      }
      unableToProvide {
        notHeld {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        needsCreation {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        stillUnclear {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        subtotal {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
      }
      notProcessed {
        petitionOrComplaint {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        repeated {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        publicationRequested {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        unreasonablyFrequent {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        confirmationRequested {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        subtotal {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
      }
      otherHandling {
        notCorrectedInTime {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        feeNotPaid {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        other {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
        subtotal {
          naturalPerson
          business
          researchInstitution
          publicWelfareOrganization
          legalServiceAgency
          other
          total
        }
      }
      total {
        naturalPerson
        business
        researchInstitution
        publicWelfareOrganization
        legalServiceAgency
        other
        total
      }
    }
    carriedOverToNextYear {
      naturalPerson
      business
      researchInstitution
      publicWelfareOrganization
      legalServiceAgency
      other
      total
    }
  }
  reviews {
    upheld
    corrected
    otherOutcome
    pending
    total
  }
  lawsuits {
    direct {
      upheld
      corrected
      otherOutcome
      pending
      total
    }
    afterReview {
      upheld
      corrected
      otherOutcome
      pending
      total
    }
    subtotal {
      upheld
      corrected
      otherOutcome
      pending
      total
    }
  }
}
    `, {"fragmentName":"AllFigures"}) as unknown as TypedDocumentString<AllFiguresFragment, unknown>;