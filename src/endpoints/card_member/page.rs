//! The documentation pages, and the severity of rules on each.
//!
//! Facts: docs/domain-card-member.md#0.2.

use crate::schema::Severity;

/// A page of WeChat Pay's documentation.
#[derive(Clone, Copy)]
pub(super) enum Page {
    /// Update, by a service provider: partner 4015336977.
    PartnerUpdate,
    /// Update, by the brand: brand 4015582722.
    BrandUpdate,
    /// Create, by a service provider: partner 4015336970.
    PartnerCreate,
    /// Create, by the brand: brand 4015582711.
    BrandCreate,
    /// Read, by a service provider: partner 4015336974.
    PartnerGet,
    /// Read, by the brand: brand 4015582715.
    BrandGet,
}

impl Page {
    /// An error on the pages that state a rule, a warning on others. The brand pages print few of the partner pages'
    /// refusals, though the same service seems to be behind both.
    pub(super) const fn error_on(self, pages: &[Page]) -> Severity {
        if self.is_among(pages) { Severity::Error } else { Severity::Warning }
    }

    pub(super) const fn is_among(self, pages: &[Page]) -> bool {
        let mut at = 0;
        while at < pages.len() {
            if pages[at] as usize == self as usize {
                return true;
            }
            at += 1;
        }
        false
    }

    /// Whether the operation changes an existing card.
    pub(super) const fn is_update(self) -> bool {
        matches!(self, Page::PartnerUpdate | Page::BrandUpdate)
    }

    /// The page of the same operation in the other system.
    pub(super) const fn sibling(self) -> Page {
        match self {
            Page::PartnerUpdate => Page::BrandUpdate,
            Page::BrandUpdate => Page::PartnerUpdate,
            Page::PartnerCreate => Page::BrandCreate,
            Page::BrandCreate => Page::PartnerCreate,
            Page::PartnerGet => Page::BrandGet,
            Page::BrandGet => Page::PartnerGet,
        }
    }

    /// An error on both partner pages, a warning elsewhere.
    pub(super) const fn error_for_partners(self) -> Severity {
        self.error_on(&[Page::PartnerUpdate, Page::PartnerCreate])
    }
}
